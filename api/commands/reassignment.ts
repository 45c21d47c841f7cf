import type { CommandData, OnTask } from '../../domain/case/command.ts'
import type { Task } from '../../domain/case/state.ts'
import type { Deps } from '../deps.ts'
import type { BodyOf } from './bodies.ts'
import { memberOf, windowNamed } from './offices.ts'
import type { TextDrafts } from './texts.ts'

interface Wanted {
  readonly deps: Deps
  readonly onTask: OnTask
  readonly body: Omit<BodyOf<'ReassignTask'>, 'version'>
  readonly task: Task
  readonly texts: TextDrafts
}

/** A reassignment as the core takes it: the person must work at the window that gets the task. */
export async function reassignment({ deps, onTask, body, task, texts }: Wanted): Promise<CommandData['ReassignTask']> {
  const window = body.window === undefined ? null : await windowNamed(deps, body.window)
  const to = body.to === undefined ? null : await memberOf(deps, body.to, window?.code ?? task.window)
  return { ...onTask, window, to, reason: texts.keepIfGiven('reason', body.reason) }
}
