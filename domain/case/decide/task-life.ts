import type { Actor } from '../../people/actor.ts'
import type { CommandOf } from '../command.ts'
import { clockOf } from '../lookups.ts'
import { refuse, type Refusal } from '../refusal.ts'
import type { Task } from '../state.ts'
import { stopClock } from './clock-work.ts'
import { dispatchLead } from './dispatch.ts'
import type { Draft } from './draft.ts'
import { endTask } from './end-task.ts'

/** The open task a command names; `gate` has looked already, so a miss is a bug. */
export function taskIn(draft: Draft, taskId: string): Task {
  const task = draft.state.tasks[taskId]
  if (!task) throw new Error(`no task ${taskId}`)
  return task
}

/** Signs for the task where nobody has; signing stops its sign clock. */
export function sign(draft: Draft, taskId: string, actor: Actor): void {
  if (actor.kind === 'staff') signAs(draft, taskId, actor.id)
}

function signAs(draft: Draft, taskId: string, staffId: string): void {
  if (taskIn(draft, taskId).signedAt !== null) return
  draft.emit('TaskSigned', { taskId, by: staffId })
  stopClock(draft, clockOf(draft.state, 'sign', 'task', taskId), 'done')
}

/** Who acts on a task has signed for it and works on it: claiming an unsigned task signs it (design 4). */
export function signAndClaim(draft: Draft, taskId: string, actor: Actor): void {
  if (actor.kind !== 'staff') return
  sign(draft, taskId, actor)
  const task = taskIn(draft, taskId)
  if (task.assignee === null) draft.emit('TaskClaimed', { taskId, by: actor.id })
}

export function decideSign(draft: Draft, { data, actor }: CommandOf<'SignTask'>): undefined {
  sign(draft, data.taskId, actor)
}

export function decideClaim(draft: Draft, { data, actor }: CommandOf<'ClaimTask'>): undefined {
  signAndClaim(draft, data.taskId, actor)
}

export function decideRelease(draft: Draft, { data }: CommandOf<'ReleaseTask'>): undefined {
  draft.emit('TaskReleased', { taskId: data.taskId })
}

/** The API has checked that `to` works at the window; handing it to its present owner is refused. */
export function decideTransfer(draft: Draft, { data }: CommandOf<'TransferTask'>): Refusal | undefined {
  const task = taskIn(draft, data.taskId)
  if (task.assignee === data.to) return refuse('same-person', { field: 'to' })
  draft.emit('TaskTransferred', { taskId: task.id, from: task.assignee, to: data.to })
  return undefined
}

/** The assignee stays responsible while another does the work (委派). */
export function decideDelegate(draft: Draft, { data }: CommandOf<'DelegateTask'>): Refusal | undefined {
  const task = taskIn(draft, data.taskId)
  if ((task.delegate ?? task.assignee) === data.to) return refuse('same-person', { field: 'to' })
  draft.emit('TaskDelegated', { taskId: data.taskId, to: data.to })
  return undefined
}

/** Refers the lead task to another window (转办); the accountable window stays until that one signs. */
export function decideRefer(draft: Draft, { data, actor }: CommandOf<'ReferTask'>): Refusal | undefined {
  const task = taskIn(draft, data.taskId)
  if (data.window.code === task.window) return refuse('same-window', { field: 'window' })
  sign(draft, task.id, actor)
  draft.emit('TaskReferred', { taskId: task.id, to: data.window.code, note: data.note })
  endTask(draft, task.id, 'superseded')
  dispatchLead(draft, { stage: task.stage, window: data.window, because: 'referred', resolved: 'named', note: null })
  return undefined
}

/** A supervisor or lead gives the task to a person, who thereby has it signed, to another window, or to a person there. */
export function decideReassign(draft: Draft, { data }: CommandOf<'ReassignTask'>): Refusal | undefined {
  const task = taskIn(draft, data.taskId)
  if (data.window === null || data.window.code === task.window) {
    if (data.to === null) return refuse('same-window', { field: 'window' })
    if (data.to === task.assignee) return refuse('same-person', { field: 'to' })
    signAs(draft, task.id, data.to)
    draft.emit('TaskReassigned', { taskId: task.id, window: null, to: data.to, reason: data.reason })
    return undefined
  }
  if (task.role !== 'lead') return refuse('not-the-lead')
  if (task.status === 'waiting') return refuse('task-waiting')
  draft.emit('TaskReassigned', { taskId: task.id, window: data.window.code, to: data.to, reason: data.reason })
  endTask(draft, task.id, 'superseded')
  const moved = dispatchLead(draft, { stage: task.stage, window: data.window, because: 'reassigned', resolved: 'named', note: null })
  if (data.to !== null) {
    signAs(draft, moved, data.to)
    draft.emit('TaskReassigned', { taskId: moved, window: null, to: data.to, reason: null })
  }
  return undefined
}

export function decideComment(draft: Draft, { data }: CommandOf<'CommentOnTask'>): undefined {
  draft.emit('CommentAdded', { taskId: data.taskId, note: data.note })
}
