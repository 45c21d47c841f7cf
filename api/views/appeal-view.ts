import type { z } from 'zod'
import { rowsOf, statusSentence } from '../../domain/case/index.ts'
import { duesOf } from '../../domain/case/dues.ts'
import { stageOf } from '../../domain/case/lookups.ts'
import type { CaseState } from '../../domain/case/state.ts'
import { caseActions } from '../commands/action-list.ts'
import type { appealSchema } from '../schemas/case.ts'
import { clockViews } from './clock-view.ts'
import { duesView } from './due-view.ts'
import { iso, isoOrNull } from './iso.ts'
import type { Reader } from './reader.ts'
import { taskBrief } from './task-view.ts'

/** An appeal without anything personal: what filing, commands and lists answer. */
export function appealView(state: CaseState, reader: Reader): z.input<typeof appealSchema> {
  const { number, caseId, item } = state.start
  const { appeal } = rowsOf(state)
  return {
    number,
    id: caseId,
    item: { code: item.code, version: item.version, name: item.name },
    station: appeal.station,
    status: state.status,
    statusText: statusSentence(state),
    stage: state.stage,
    stageName: state.stage === null ? null : stageOf(state, state.stage).name,
    version: state.seq,
    window: state.accountableWindow,
    windowName: state.accountableWindow === null ? null : reader.windowName(state.accountableWindow),
    colour: appeal.colour,
    paused: appeal.paused,
    receivedAt: iso(appeal.receivedAt),
    acceptedAt: isoOrNull(appeal.acceptedAt),
    closedAt: isoOrNull(appeal.closedAt),
    result: state.closed?.result ?? null,
    officeInCharge: reader.officeInCharge(state),
    rating: state.rating,
    dues: duesView(duesOf(state, reader.now)),
    tasks: Object.values(state.tasks).map((each) => taskBrief(state, each, reader)),
    clocks: clockViews(state, reader.now, reader.access.circle),
    actions: caseActions(state, reader.actor),
  }
}
