import type { Instant } from '../../domain/clocks/types.ts'
import type { ChangeProgress } from '../../prisma/readers/change-reader.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problems/problem.ts'
import type { Person } from '../sessions/person.ts'
import type { PreparedChange } from './prepared.ts'

interface Confirmation {
  readonly reason: string
  /** Digest of the preview that the person saw. */
  readonly preview: string
  readonly carry: 'always' | 'never'
  readonly at: Instant
}

/**
 * Puts a change into force and begins its run. The run's progress, or null where no appeal is to be moved. A
 * preview that another change has overtaken is 409; where the engine is away, housekeeping begins the run.
 */
export async function confirmChange(
  deps: Deps,
  person: Person,
  change: PreparedChange,
  given: Confirmation,
): Promise<ChangeProgress | null> {
  if (change.digest !== given.preview) throw problem('preview-stale', { field: 'preview' })
  const { reason, at, carry } = given
  const confirmed = await deps.changes.confirm({ ...change, reason, confirmedBy: person.id, at, carry })
  deps.inForce.forget()
  if (confirmed.kind === 'stale') throw problem('preview-stale', { field: 'preview' })
  if (confirmed.kind === 'busy') throw problem('change-running', { members: { href: `/api/admin/changes/${confirmed.runId}` } })
  if (confirmed.runId === null) return null
  await beginRun(deps, confirmed.runId)
  return runOf(deps, confirmed.runId)
}

/** Starts the workflow of a run; one that runs already goes on. */
export async function beginRun(deps: Deps, runId: string): Promise<void> {
  try {
    await deps.gateway.startChange(runId)
  } catch (error) {
    deps.log.warn({ err: error, runId }, 'a change waits for housekeeping to begin it')
  }
}

export async function runOf(deps: Deps, runId: string): Promise<ChangeProgress> {
  const run = await deps.changeReader.load(runId)
  if (run === null) throw problem('unknown-change')
  return run
}
