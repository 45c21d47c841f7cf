import type { CommandOf } from '../command.ts'
import { caseClock, leadTask, openPauses } from '../lookups.ts'
import { refuse, type Refusal } from '../refusal.ts'
import { missingMaterials } from '../wanted-papers.ts'
import { stopClock } from './clock-work.ts'
import type { Draft } from './draft.ts'
import { endPause, waitForExpert } from './pauses.ts'
import { signAndClaim } from './task-life.ts'

/**
 * The deficiency notice (一次性告知): once, with all that is missing, within the acceptance limit
 * (Administrative Licence Law art. 32); a list that leaves out a required paper is refused. The expert's cure clock starts; its end lapses the appeal.
 */
export function decideDeficiencyNotice(draft: Draft, { data, actor }: CommandOf<'IssueDeficiencyNotice'>): Refusal | undefined {
  if (data.materials.length === 0) return refuse('materials-missing', { field: 'materials' })
  const unknown = data.materials.find((code) => !draft.state.start.item.materials.some((material) => material.code === code))
  if (unknown !== undefined) return refuse('material-unknown', { field: 'materials', params: { material: unknown } })
  const untold = missingMaterials(draft.state).filter((code) => !data.materials.includes(code))
  if (untold.length > 0) return refuse('materials-incomplete', { field: 'materials', params: { materials: untold.join(', ') } })
  signAndClaim(draft, data.taskId, actor)
  stopClock(draft, caseClock(draft.state, 'acceptance'), 'done')
  const pauseId = waitForExpert(draft, data.taskId, 'awaiting-materials', 'cure')
  draft.emit('DeficiencyNoticeIssued', { taskId: data.taskId, pauseId, materials: data.materials, note: data.note })
  return undefined
}

/** Materials that came in; a task that waited for them goes on, complete or not. */
export function decideSupplement(draft: Draft, { data }: CommandOf<'SupplementAppeal'>): Refusal | undefined {
  const unknown = data.materials.find((code) => !draft.state.start.item.materials.some((material) => material.code === code))
  if (unknown !== undefined) return refuse('material-unknown', { field: 'materials', params: { material: unknown } })
  if (data.materials.length === 0 && data.note === null) return refuse('materials-missing', { field: 'materials' })
  const after = { ...draft.state.materials, ...Object.fromEntries(data.materials.map((code) => [code, 'provided' as const])) }
  const complete = missingMaterials({ ...draft.state, materials: after }).length === 0
  draft.emit('MaterialsSupplemented', { materials: data.materials, complete, note: data.note })
  const task = leadTask(draft.state)
  const pause = task === null ? undefined : openPauses(draft.state, task.id).find((each) => each.reason === 'awaiting-materials')
  if (pause !== undefined) endPause(draft, pause.id, 'supplemented', null)
  if (!Object.values(draft.state.materials).includes('promised')) stopClock(draft, caseClock(draft.state, 'cure'), 'answered')
  return undefined
}
