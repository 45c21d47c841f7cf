import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'

const LONGEST_LOG_BYTES = 20 * 1024 * 1024

/** Where one start keeps its things. */
export interface Place {
  data: string
  /** file of the lock that one start holds on the data folder */
  lock: string
  run: string
  logFile: (name: string) => string
  /** the file that says the demo data are in */
  seeded: string
  /** what scripts need to know of the demo */
  demo: string
}

/** The data folder that `HONGYAN_DATA` names (default `.data`), made when missing; a long log is set aside. */
export function placeOf(env: NodeJS.ProcessEnv): Place {
  const data = resolve(env.HONGYAN_DATA || '.data')
  const logs = join(data, 'logs')
  mkdirSync(logs, { recursive: true })
  return {
    data,
    lock: join(data, 'run', 'start.lock'),
    run: join(data, 'run'),
    logFile: (name) => {
      const file = join(logs, `${name}.log`)
      if (existsSync(file) && statSync(file).size > LONGEST_LOG_BYTES) renameSync(file, `${file}.1`)
      return file
    },
    seeded: join(data, 'seeded'),
    demo: join(data, 'demo.json'),
  }
}
