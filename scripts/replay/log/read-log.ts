import { createReadStream } from 'node:fs'
import { access, constants } from 'node:fs/promises'
import { basename } from 'node:path'
import { createGunzip } from 'node:zlib'
import { ToldError } from '../told-error.ts'
import type { EventLog } from './event-log.ts'
import { parseLog } from './parse-log.ts'

/** Reads the event log of a .csv or .csv.gz file; throws `ToldError` that names the file and what is wrong with it. */
export async function readLog(path: string): Promise<EventLog> {
  const name = basename(path)
  if (!/\.csv(\.gz)?$/i.test(name)) throw new ToldError(`${name}：须是 .csv 或 .csv.gz 文件`, `${name}: expected a .csv or .csv.gz file`)
  await access(path, constants.R_OK).catch(() => {
    throw new ToldError(`读不到文件 ${path}`, `cannot read the file ${path}`)
  })
  const bytes = createReadStream(path)
  const text = name.toLowerCase().endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes
  bytes.once('error', (error) => text.destroy(error))
  try {
    return await parseLog(text)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    const [zh = why, en = why] = error instanceof ToldError ? why.split('\n') : []
    throw new ToldError(`${name}：${zh}`, `${name}: ${en}`)
  }
}
