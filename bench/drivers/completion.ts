import type { CommandOf } from '../../domain/case/command.ts'
import type { Actor } from '../../domain/people/actor.ts'
import type { BenchActor } from './people.ts'

/** The clerk as the rules see them. */
export function clerkOf({ clerkId, windows }: BenchActor): Actor {
  return { kind: 'staff', id: clerkId, grants: [{ role: 'clerk', windows, stations: [], actingFor: null }] }
}

/** The n-th task of a case; without co-handlers and returns each stage has one, in order. */
export function taskIdOf(caseId: string, n: number): string {
  return `${caseId}-t${n}`
}

/** The completion of the n-th task by the clerk; `at` is case time. */
export function completionOf(caseId: string, n: number, actor: BenchActor, at: number, outcome: string): CommandOf<'CompleteTask'> {
  return {
    id: `bench-complete-${n}`,
    at,
    actor: clerkOf(actor),
    kind: 'CompleteTask',
    data: { taskId: taskIdOf(caseId, n), version: null, outcome, reply: null, note: null, officeInCharge: null },
  }
}
