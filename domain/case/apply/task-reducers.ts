import type { CaseState, Task } from '../state.ts'
import type { EventOf } from '../event.ts'
import { type Reducers, withTask } from './reducer.ts'

type TaskEventType =
  | 'TaskDispatched'
  | 'TaskSigned'
  | 'TaskClaimed'
  | 'TaskReleased'
  | 'TaskTransferred'
  | 'TaskDelegated'
  | 'TaskCompleted'
  | 'TaskReturned'
  | 'TaskReferred'
  | 'TaskReassigned'
  | 'TaskCancelled'
  | 'CommentAdded'
  | 'CoHandlingRequested'
  | 'ConsentGiven'
  | 'ObjectionRaised'

/** Events of one task's life: dispatched -> signed -> claimed -> done | returned | cancelled. */
export const TASK_REDUCERS: Reducers<TaskEventType> = {
  TaskDispatched: (state, event) => dispatch(state, event),
  TaskSigned: (state, event) => sign(state, event),
  TaskClaimed: (state, { data }) => withTask(state, data.taskId, () => ({ status: 'claimed', assignee: data.by, delegate: null })),
  TaskReleased: (state, { data }) => withTask(state, data.taskId, () => ({ status: 'signed', assignee: null, delegate: null })),
  TaskTransferred: (state, { data }) => withTask(state, data.taskId, () => ({ assignee: data.to, delegate: null })),
  TaskDelegated: (state, { data }) => withTask(state, data.taskId, () => ({ delegate: data.to })),
  TaskCompleted: (state, { at, data }) => withTask(state, data.taskId, () => ({ status: 'done', endedAt: at, outcome: data.outcome })),
  TaskReturned: (state, { at, data }) => ({
    ...withTask(state, data.taskId, () => ({ status: 'returned', endedAt: at })),
    returns: state.returns + 1,
  }),
  TaskReferred: (state, { at, data }) => withTask(state, data.taskId, () => ({ status: 'cancelled', endedAt: at })),
  TaskReassigned: (state, event) => reassign(state, event),
  TaskCancelled: (state, { at, data }) => withTask(state, data.taskId, () => ({ status: 'cancelled', endedAt: at })),
  CommentAdded: (state) => state,
  CoHandlingRequested: (state, { data }) => withTask(state, data.taskId, () => ({})),
  ConsentGiven: (state, { at, data }) =>
    withTask(state, data.taskId, () => ({ status: 'done', endedAt: at, opinion: data.tacit ? 'tacit' : 'consent' })),
  ObjectionRaised: (state, { at, data }) => withTask(state, data.taskId, () => ({ status: 'done', endedAt: at, opinion: 'objection' })),
}

function dispatch(state: CaseState, { at, data }: EventOf<'TaskDispatched'>): CaseState {
  const task: Task = {
    id: data.taskId,
    role: data.role,
    stage: data.stage,
    visit: data.visit,
    window: data.window,
    dispatchedBecause: data.because,
    status: 'dispatched',
    statusBeforePause: null,
    version: 1,
    dispatchedAt: at,
    signedAt: null,
    signedBy: null,
    assignee: null,
    delegate: null,
    endedAt: null,
    outcome: null,
    opinion: null,
  }
  return { ...state, tasks: { ...state.tasks, [task.id]: task } }
}

/** The window that received first stays accountable until another has signed as lead (首接负责制). */
function sign(state: CaseState, { at, data }: EventOf<'TaskSigned'>): CaseState {
  const next = withTask(state, data.taskId, () => ({ status: 'signed', signedAt: at, signedBy: data.by }))
  const task = next.tasks[data.taskId]
  return task?.role === 'lead' ? { ...next, accountableWindow: task.window } : next
}

function reassign(state: CaseState, { at, data }: EventOf<'TaskReassigned'>): CaseState {
  if (data.window !== null) return withTask(state, data.taskId, () => ({ status: 'cancelled', endedAt: at }))
  return withTask(state, data.taskId, (task) => ({
    assignee: data.to,
    delegate: null,
    ...(task.status === 'waiting' ? { statusBeforePause: 'claimed' } : { status: 'claimed' }),
  }))
}
