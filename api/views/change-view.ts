import type { z } from 'zod'
import type { ChangeTally } from '../../domain/case/change-tally.ts'
import { isRefusal, refusalText } from '../../domain/case/refusal.ts'
import type { ChangeProgress } from '../../prisma/readers/change-reader.ts'
import type { PreparedChange } from '../changes/prepared.ts'
import type { changeSchema, previewSchema } from '../schemas/changes.ts'
import { iso, isoOrNull } from './iso.ts'

/** A preview as it is answered. */
export function previewView(
  { kind, target, version, digest, versions }: PreparedChange,
  tally: ChangeTally,
  next: string | null,
): z.input<typeof previewSchema> {
  const { first, shifts, colours, ...figures } = tally
  return {
    kind,
    target,
    version,
    digest,
    brings: versions.map((each) => ({ id: each.id, version: each.version })),
    ...figures,
    shifts: [...shifts],
    colours: [...colours],
    first: first.map(({ number, clocks }) => ({
      number,
      clocks: isRefusal(clocks)
        ? []
        : clocks.map(({ clockId, dueBefore, dueAfter, ...rest }) => ({
            id: clockId,
            ...rest,
            dueBefore: isoOrNull(dueBefore),
            dueAfter: isoOrNull(dueAfter),
          })),
      refusal: isRefusal(clocks) ? { code: clocks.refusal, text: refusalText(clocks) } : null,
    })),
    next,
  }
}

/** How far a run has come. */
export function changeView(run: ChangeProgress): z.input<typeof changeSchema> {
  const { pending, ...counts } = run.counts
  const done = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return {
    id: run.id,
    kind: run.kind,
    target: run.target,
    version: run.version,
    reason: run.reason,
    confirmedBy: run.confirmedBy,
    askedAt: iso(run.askedAt),
    startedAt: iso(run.startedAt),
    endedAt: isoOrNull(run.endedAt),
    state: run.endedAt === null ? 'running' : counts.failed > 0 ? 'ended-with-failures' : 'ended',
    total: done + pending,
    done,
    ...counts,
  }
}
