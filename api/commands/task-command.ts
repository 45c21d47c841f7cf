import { z } from 'zod'
import type { Command, OnTask, TaskCommandKind } from '../../domain/case/command.ts'
import type { CaseState, Task } from '../../domain/case/state.ts'
import { accessTo } from '../cases/access.ts'
import { caseOfTask } from '../cases/open-case.ts'
import type { Deps } from '../deps.ts'
import { type Route, answer, defineRoute } from '../route.ts'
import { taskSchema } from '../schemas/case.ts'
import { nothing, reference } from '../schemas/input.ts'
import { readerOf } from '../views/reader.ts'
import { taskView } from '../views/task-view.ts'
import { rolesFor } from './allow.ts'
import { BODIES, type BodyOf } from './bodies.ts'
import { type Envelope, type Giver, giveCommand, requireRight } from './give-command.ts'
import { TASK_COMMANDS } from './table.ts'

/** What a task command is built from. */
export interface TaskPress<K extends TaskCommandKind> extends Envelope {
  readonly onTask: OnTask
  readonly body: BodyOf<K>
  readonly state: CaseState
  readonly task: Task
  readonly giver: Giver
}

/** The route of one command on a task, /api/tasks/:id/<noun>: rights from the permissions table, the answer is the task as it is afterwards. */
export function taskCommand<K extends TaskCommandKind>(kind: K, build: (press: TaskPress<K>) => Command | Promise<Command>): Route {
  const { noun, name } = TASK_COMMANDS[kind]
  return defineRoute({
    method: 'post',
    path: `/api/tasks/:id/${noun}`,
    tag: 'tasks',
    summary: name,
    allow: rolesFor(kind),
    audit: 'write',
    key: 'optional',
    params: z.strictObject({ id: reference }),
    query: nothing,
    body: BODIES[kind],
    answers: { 200: taskSchema },
    handler: async (call) => {
      const { deps, params } = call
      const body = call.body as BodyOf<K>
      const state = await caseOfTask(deps, params.id)
      const onTask = { taskId: params.id, version: body.version ?? null }
      const present = (now: CaseState): Promise<z.input<typeof taskSchema>> => view(deps, call, now, params.id)
      const after = await giveCommand(
        call,
        state,
        { kind, taskId: params.id, body },
        (made) => {
          requireRight(state, kind, params.id, call.person)
          return build({ ...made, onTask, body, state, task: taskOf(state, params.id), giver: call })
        },
        present,
      )
      return answer(200, await present(after))
    },
  })
}

/** Whoever may press also sees the task; a person who was refused sees its state as a member of the offices. */
async function view(deps: Deps, giver: Giver, state: CaseState, id: string): Promise<z.input<typeof taskSchema>> {
  const access = accessTo(state, giver.person) ?? { circle: 'staff', confidential: false }
  return taskView(state, taskOf(state, id), await readerOf(deps, giver.person, access, giver.at, [state]))
}

function taskOf(state: CaseState, id: string): Task {
  const task = state.tasks[id]
  if (task === undefined) throw new Error(`case ${state.start.caseId} has no task ${id}`)
  return task
}
