import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ProcessIdentity } from '../services/processes/identity.ts'
import { stopProcess } from '../services/processes/stop-process.ts'

/** Which processes a start has running, kept in the data folder for the start after a kill. */
export interface RunRecords {
  write: (name: string, identity: ProcessIdentity) => void
  remove: (name: string) => void
  read: () => Map<string, ProcessIdentity>
}

/** The records in a folder, one file a process. */
export function runRecords(folder: string): RunRecords {
  mkdirSync(folder, { recursive: true })
  const file = (name: string): string => join(folder, `${name}.pid`)
  return {
    write: (name, identity) => writeFileSync(file(name), `${identity.pid} ${identity.started}\n`),
    remove: (name) => rmSync(file(name), { force: true }),
    read: () => {
      const names = readdirSync(folder).filter((name) => name.endsWith('.pid'))
      return new Map(
        names.map((name) => {
          const [pid, started] = readFileSync(join(folder, name), 'utf8').trim().split(' ')
          return [name.slice(0, -'.pid'.length), { pid: Number(pid), started: started ?? '' }]
        }),
      )
    },
  }
}

/**
 * Stops what an earlier start left running when only its first process was
 * killed, in the order named. Call it while holding the lock of the data folder.
 */
export async function stopOrphans(records: RunRecords, order: readonly string[], graceMs: number): Promise<void> {
  const left = records.read()
  for (const name of order) {
    const identity = left.get(name)
    if (identity) await stopProcess(identity, name === 'postgres' ? 'SIGINT' : 'SIGTERM', graceMs)
    records.remove(name)
  }
}
