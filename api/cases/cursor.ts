import { InvalidCursor, placeOf } from '../../prisma/readers/cursor.ts'
import { fieldError, invalid } from '../problems/problem.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A cursor of a list of appeals, or of tasks; 422 for one that no such list gave. */
export function checkedCursor(cursor: string | undefined, list: 'appeals' | 'tasks'): string | undefined {
  if (cursor === undefined) return undefined
  try {
    const { id } = placeOf(cursor)
    if (list === 'tasks' || UUID.test(id)) return cursor
  } catch (error) {
    if (!(error instanceof InvalidCursor)) throw error
  }
  throw invalid([fieldError('cursor', 'format', { format: 'cursor' })])
}
