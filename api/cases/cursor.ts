import { InvalidCursor, placeOf, placeOfAppeal } from '../../prisma/readers/cursor.ts'
import { fieldError, invalid } from '../problems/problem.ts'

/** A cursor of a list of appeals, or of tasks; 422 for one that no such list gave. */
export function checkedCursor(cursor: string | undefined, list: 'appeals' | 'tasks'): string | undefined {
  if (cursor === undefined) return undefined
  try {
    if (list === 'tasks') placeOf(cursor)
    else placeOfAppeal(cursor)
    return cursor
  } catch (error) {
    if (!(error instanceof InvalidCursor)) throw error
  }
  throw invalid([fieldError('cursor', 'format', { format: 'cursor' })])
}
