import type { Written } from '../../prisma/stores/people-store.ts'
import { problem } from '../problems/problem.ts'
import type { ProblemCode } from '../problems/table.ts'

/** The row that was written, or the problem a user can cause: a name in use, or a row that does not exist. */
export function rowOf<T>(written: Written<T>, unknown: ProblemCode, field: string): T {
  switch (written.kind) {
    case 'written':
      return written.row
    case 'taken':
      throw problem('name-taken', { field })
    case 'unknown':
      throw problem(unknown, { field })
  }
}

/** The members that are given: with exact optional properties, `undefined` is no value. */
export function given<T extends object>(change: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}
