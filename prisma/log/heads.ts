import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'
import type { LocalDate } from '../../domain/clocks/types.ts'
import type { Database } from '../database.ts'
import { casePages } from './chain.ts'

/** The end of one chain as it stood when it was written outside the database. */
export interface Head {
  readonly caseId: string
  readonly seq: number
  /** Hexadecimal. */
  readonly hash: string
}

export interface LostHead extends Head {
  /** The file that names it. */
  readonly file: string
}

const CASES_A_PAGE = 1_000

/** The file of one day's heads. */
export function headsFile(folder: string, day: LocalDate): string {
  return join(folder, `heads-${day}.jsonl`)
}

/**
 * Writes the head of every chain to `<folder>/heads-<day>.jsonl`, whole or not at all, also where two do it
 * at once. A log whose end was cut off, or that was written anew, no longer holds the heads of an earlier day.
 */
export async function exportHeads(
  db: Database,
  folder: string,
  day: LocalDate,
): Promise<{ readonly file: string; readonly heads: number }> {
  await mkdir(folder, { recursive: true })
  const file = headsFile(folder, day)
  const part = `${file}.${randomUUID()}.part`
  let heads = 0
  try {
    const lines = async function* (): AsyncGenerator<string> {
      for await (const page of headPages(db)) {
        heads += page.length
        yield page.map(({ caseId, seq, hash }) => `${JSON.stringify({ caseId, seq, hash })}\n`).join('')
      }
    }
    await pipeline(lines, createWriteStream(part, { flush: true }))
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
  return { file, heads }
}

async function* headPages(db: Database): AsyncGenerator<readonly Head[]> {
  for await (const page of casePages(db, CASES_A_PAGE)) {
    yield await db.$queryRaw<Head[]>`
      select distinct on (case_id) case_id as "caseId", seq, encode(hash, 'hex') as hash from case_event
       where case_id = any (${page.map((one) => one.id)}::uuid[]) order by case_id, seq desc`
  }
}

/** The first head of the files in the folder that the log does not hold any more, or null. */
export async function firstLostHead(db: Database, folder: string): Promise<LostHead | null> {
  const files = (await readdir(folder)).filter((name) => /^heads-.*\.jsonl$/.test(name)).sort()
  for (const name of files) {
    for await (const batch of batches(join(folder, name))) {
      const rows = await db.$queryRaw<Head[]>`
        select asked.case_id as "caseId", asked.seq, asked.hash
          from unnest(${batch.map((head) => head.caseId)}::uuid[], ${batch.map((head) => head.seq)}::integer[], ${batch.map((head) => head.hash)}::text[])
               with ordinality as asked (case_id, seq, hash, place)
          left join case_event e on e.case_id = asked.case_id and e.seq = asked.seq
         where e.hash is null or encode(e.hash, 'hex') <> asked.hash order by asked.place limit 1`
      if (rows[0]) return { ...rows[0], file: name }
    }
  }
  return null
}

async function* batches(file: string): AsyncGenerator<readonly Head[]> {
  let batch: Head[] = []
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    if (line.trim() === '') continue
    batch.push(JSON.parse(line))
    if (batch.length < CASES_A_PAGE) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
