import { createReadStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { FigureReader } from '../../prisma/readers/figures/figure-reader.ts'
import type { ExportJob, ExportStore } from '../../prisma/stores/export-store.ts'
import type { InForceNow } from '../changes/in-force.ts'
import type { OfficesNow } from '../cases/offices-now.ts'
import { figureTime } from '../figures/figure-time.ts'
import type { StaffNames } from '../sessions/staff-names.ts'
import { cellsOf, headOf, type ListedNames } from './columns.ts'
import { openCsv } from './csv-file.ts'
import { openXlsx } from './xlsx-file.ts'

/** Rows of one step; between two steps other requests are answered. */
const SLICE = 500
/** A process that is silent for so long counts as dead. */
const CLAIM_MS = 60_000

/** Where lists are written into files, in the background of this process. */
export interface ExportDesk {
  readonly store: ExportStore
  /** Works on a job unless somebody does; returns at once. */
  begin(id: string): void
  /** As `begin`, and resolves when this process has done what it could. */
  work(id: string): Promise<void>
  /** The finished file. */
  read(job: ExportJob): Readable
  /** Removes the files of jobs that have expired. */
  removeExpired(): Promise<void>
}

interface Made {
  readonly store: ExportStore
  readonly reader: FigureReader
  readonly offices: OfficesNow
  readonly inForce: InForceNow
  readonly staffNames: StaffNames
  /** Folder of the files; made when it is needed. */
  readonly folder: string
  readonly log: Logger
  readonly realNow: () => number
}

/** A row file that grows by rows and is complete once ended. */
export interface RowFile {
  add(rows: readonly (readonly string[])[]): Promise<void>
  end(): Promise<void>
  /** Gives up what was not ended. */
  close(): Promise<void>
}

export function createExportDesk({ store, reader, offices, inForce, staffNames, folder, log, realNow }: Made): ExportDesk {
  const pathOf = ({ id, attempt, format }: ExportJob): string => join(folder, `${id}-${attempt}.${format}`)

  /** Writes the whole list, slice by slice; false where another process has taken the job. */
  const write = async (job: ExportJob): Promise<boolean> => {
    await mkdir(folder, { recursive: true })
    const file = job.format === 'csv' ? await openCsv(pathOf(job)) : await openXlsx(pathOf(job))
    try {
      return await fill(file, job)
    } catch (error) {
      await file.close().catch(() => {})
      throw error
    }
  }

  const fill = async (file: RowFile, job: ExportJob): Promise<boolean> => {
    await file.add([headOf(job.language)])
    const time = await figureTime({ offices, inForce }, job.askedAt)
    let done = 0
    for (let cursor: string | null | undefined = undefined; cursor !== null; ) {
      const page: Awaited<ReturnType<FigureReader['listed']>> = await reader.listed(job.scope, job.query, time, { cursor, limit: SLICE })
      const holders = await staffNames([...new Set(page.rows.flatMap((row) => row.holder ?? []))])
      const names = await namesNow(holders)
      await file.add(page.rows.map((row) => cellsOf(row, names, job)))
      done += page.rows.length
      cursor = page.next
      if (!(await store.advance(job, done, realNow() + CLAIM_MS))) {
        await file.close()
        return false
      }
      await setImmediate()
    }
    await file.end()
    return true
  }

  const namesNow = async (holders: ReadonlyMap<string, string>): Promise<ListedNames> => {
    const [{ windowNames, stations }, { items }] = await Promise.all([offices(), inForce()])
    return { windows: windowNames, stations, items, holders }
  }

  const work = async (id: string): Promise<void> => {
    const now = realNow()
    const job = await store.claim(id, now, now + CLAIM_MS)
    if (job === null) return
    try {
      if (await write(job)) await store.finish(job, 'ready', realNow())
    } catch (error) {
      log.error({ err: error, export: id }, 'an export failed')
      await store.finish(job, 'failed', realNow())
      await rm(pathOf(job), { force: true })
    }
  }

  return {
    store,
    begin: (id) => {
      work(id).catch((error: unknown) => log.error({ err: error, export: id }, 'an export could not be worked on'))
    },
    work,
    read: (job) => createReadStream(pathOf(job)),
    async removeExpired() {
      for (const job of await store.expire(realNow())) {
        for (let attempt = 1; attempt <= job.attempt; attempt += 1) await rm(pathOf({ ...job, attempt }), { force: true })
      }
    },
  }
}
