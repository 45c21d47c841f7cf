import type { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { ToldError } from '../told-error.ts'
import { badValue, type Column, checkHeader } from './columns.ts'
import type { EventLog, LogCase, LogInstant, LogTask } from './event-log.ts'
import { instantOf } from './timestamp.ts'

interface Row {
  readonly record: Readonly<Record<string, string>>
  readonly info: { readonly lines: number }
}

type OpenCase = Omit<LogCase, 'tasks'> & { readonly tasks: LogTask[] }

/**
 * Reads an event log: UTF-8 text of comma separated values, a header, one record a completed task.
 * Throws `ToldError` with line and column for anything that cannot be replayed faithfully.
 */
export async function parseLog(text: Readable): Promise<EventLog> {
  const cases = new Map<string, OpenCase>()
  let header = false
  const columns = (names: string[]): string[] => {
    header = true
    checkHeader(names)
    return names
  }
  const rows = text.pipe(parse({ bom: true, columns, info: true, skip_empty_lines: true }))
  text.once('error', (error) => rows.destroy(error))
  try {
    for await (const row of rows as AsyncIterable<Row>) addRow(cases, row)
  } catch (error) {
    throw error instanceof CsvError ? brokenRecord(error) : error
  }
  if (!header) throw new ToldError('文件是空的：连表头也没有', 'the file is empty: it has not even a header')
  if (cases.size === 0) throw new ToldError('文件只有表头，没有任何记录', 'the file has a header and no records')
  return [...cases.values()].map((one) => ({ ...one, tasks: one.tasks.toSorted((a, b) => a.at - b.at) }))
}

function addRow(cases: Map<string, OpenCase>, { record, info }: Row): void {
  const { lines: line } = info
  const value = (column: Column): string | null => record[column]?.trim() || null
  const required = (column: Column): string => {
    const found = value(column)
    if (found === null) throw badValue({ line, column }, '是空的', 'is empty')
    return found
  }
  const instant = (column: Column, text: string | null): LogInstant | null => {
    if (text === null) return null
    const read = instantOf(text)
    if (read === null)
      throw badValue(
        { line, column },
        `“${text}”不是时刻，例如 2011-10-11 13:45:40+02:00`,
        `"${text}" is no instant, such as 2011-10-11 13:45:40+02:00`,
      )
    return read
  }
  const transition = value('lifecycle:transition') ?? 'complete'
  if (transition.toLowerCase() !== 'complete') {
    throw badValue(
      { line, column: 'lifecycle:transition' },
      `只能回放已完成的任务（complete），而不是“${transition}”`,
      `only completed tasks are replayed ("complete"), not "${transition}"`,
    )
  }
  const id = required('case:concept:name')
  const at = instant('time:timestamp', required('time:timestamp'))?.at ?? 0
  const task: LogTask = { task: required('concept:name'), officer: required('org:resource'), at, line }
  const known = cases.get(id)
  if (known) known.tasks.push(task)
  else {
    cases.set(id, {
      id,
      channel: value('case:channel'),
      received: instant('case:startdate', value('case:startdate')),
      deadline: instant('case:deadline', value('case:deadline')),
      closed: instant('case:enddate', value('case:enddate')),
      tasks: [task],
    })
  }
}

/** A record with too many or too few fields, or a quote that is not closed. */
function brokenRecord(error: CsvError): ToldError {
  const line = String(error['lines'] ?? '?')
  return new ToldError(`第 ${line} 行：不是完整的 CSV 记录（${error.code}）`, `line ${line}: no complete CSV record: ${error.message}`)
}
