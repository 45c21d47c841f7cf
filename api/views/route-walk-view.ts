import type { z } from 'zod'
import type { CaseEvent } from '../../domain/case/event.ts'
import { stageWalk } from '../../domain/case/stage-walk.ts'
import type { CaseState } from '../../domain/case/state.ts'
import { accountableText, whyHere } from '../../domain/case/why-here.ts'
import type { routeWalkSchema } from '../schemas/route-walk.ts'
import { iso, isoOrNull } from './iso.ts'
import type { Reader } from './reader.ts'

/** The walk of an appeal through its item; its conditions and how windows were found are for staff only. */
export function routeWalkView(state: CaseState, events: readonly CaseEvent[], reader: Reader): z.input<typeof routeWalkSchema> {
  const { code, version, name, legalBasis } = state.start.item
  const windowName = (window: string) => reader.windowName(window)
  return {
    number: state.start.number,
    version: state.seq,
    item: { code, version, name, legalBasis },
    stages: stageWalk(state, events).map(({ stage, place, visits, window }) => ({
      code: stage.code,
      name: stage.name,
      purpose: stage.purpose,
      place,
      window,
      windowName: windowName(window),
      visits: visits.map(({ visit, enteredAt, leftAt, outcome }) => ({
        visit,
        enteredAt: iso(enteredAt),
        leftAt: isoOrNull(leftAt),
        outcome,
      })),
    })),
    why: {
      accountable: accountableText(state, windowName),
      dispatches: whyHere(state, events, windowName).map(({ seq, at, taskId, isOpen, lines }) => ({
        seq,
        at: iso(at),
        taskId,
        open: isOpen,
        lines: [...lines],
      })),
    },
  }
}
