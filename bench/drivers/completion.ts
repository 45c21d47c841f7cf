import type { CommandOf } from '../../domain/case/command.ts'
import type { BenchActor } from './people.ts'

/** The n-th task of a case; without co-handlers and returns each stage has one, in order. */
export function taskIdOf(caseId: string, n: number): string {
  return `${caseId}-t${n}`
}

/** The completion of the n-th task by the clerk; `at` is case time. */
export function completionOf(caseId: string, n: number, actor: BenchActor, at: number, outcome: string): CommandOf<'CompleteTask'> {
  return {
    id: `bench-complete-${n}`,
    at,
    actor: actor.clerk,
    kind: 'CompleteTask',
    data: { taskId: taskIdOf(caseId, n), version: null, outcome, reply: null, note: null, officeInCharge: null },
  }
}
