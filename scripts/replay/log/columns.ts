import { ToldError } from '../told-error.ts'

/** Columns without which a log cannot be replayed. */
export const REQUIRED_COLUMNS = ['case:concept:name', 'concept:name', 'org:resource', 'time:timestamp'] as const
/** Columns that are used where the log has them. */
export const OPTIONAL_COLUMNS = ['lifecycle:transition', 'case:channel', 'case:startdate', 'case:deadline', 'case:enddate'] as const

export type Column = (typeof REQUIRED_COLUMNS)[number] | (typeof OPTIONAL_COLUMNS)[number]

/** Where in the file a value stands. */
export interface Place {
  readonly line: number
  readonly column: Column
}

/** Throws `ToldError` that names every column the header lacks. */
export function checkHeader(names: readonly string[]): void {
  const missing = REQUIRED_COLUMNS.filter((column) => !names.includes(column))
  if (missing.length === 0) return
  const list = missing.join(', ')
  throw new ToldError(
    `第 1 行：缺少列 ${list}；已有的列：${names.join(', ')}`,
    `line 1: missing column${missing.length > 1 ? 's' : ''} ${list}; there are: ${names.join(', ')}`,
  )
}

/** What is wrong with one value, with its line and column. */
export function badValue({ line, column }: Place, zh: string, en: string): ToldError {
  return new ToldError(`第 ${line} 行，列 ${column}：${zh}`, `line ${line}, column ${column}: ${en}`)
}
