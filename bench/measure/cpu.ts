import { readdirSync, readFileSync } from 'node:fs'
import type { RunRecords } from '../../scripts/start/run-records.ts'
import type { CpuSeconds, Measured } from '../figures/way.ts'

/** Linux counts CPU time for user space in hundredths of a second on every machine that Node runs on. */
const TICKS_A_SECOND = 100

/**
 * CPU seconds that each process has used so far: PostgreSQL with its children, also those that have ended; the driver is this
 * process. One of `absent` does not run and counts 0; throws where another one does not.
 */
export function cpuNow(records: RunRecords, absent: readonly Measured[] = []): CpuSeconds {
  const running = records.read()
  const { user, system } = process.cpuUsage()
  const of = (name: Measured): number => {
    if (absent.includes(name)) return 0
    if (name === 'driver') return (user + system) / 1e6
    const identity = running.get(name)
    if (identity === undefined) throw new Error(`${name} does not run`)
    return ticksOf(identity.pid, name === 'postgres') / TICKS_A_SECOND
  }
  return {
    worker: of('worker'),
    'bare-worker': of('bare-worker'),
    temporal: of('temporal'),
    postgres: of('postgres'),
    api: of('api'),
    driver: of('driver'),
  }
}

/** What was used between two looks. */
export function cpuBetween(from: CpuSeconds, to: CpuSeconds): CpuSeconds {
  const used = (name: Measured): number => Math.max(0, to[name] - from[name])
  return {
    worker: used('worker'),
    'bare-worker': used('bare-worker'),
    temporal: used('temporal'),
    postgres: used('postgres'),
    api: used('api'),
    driver: used('driver'),
  }
}

function ticksOf(pid: number, withChildren: boolean): number {
  const own = fieldsOf(pid)
  if (own === null) throw new Error(`process ${pid} has no /proc/${pid}/stat`)
  if (!withChildren) return own.user + own.system
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const living = children.map((name) => fieldsOf(Number(name))).filter((each) => each?.parent === pid)
  return living.reduce((sum, each) => sum + (each?.user ?? 0) + (each?.system ?? 0), own.user + own.system + own.ended)
}

/** Parent and ticks of a process; `ended`: of its children that have ended. Null where it is gone. */
function fieldsOf(pid: number): { parent: number; user: number; system: number; ended: number } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in parentheses may hold blanks; the fields after it begin with the third.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    const number = (nth: number): number => Number(fields[nth - 3])
    return { parent: number(4), user: number(14), system: number(15), ended: number(16) + number(17) }
  } catch {
    return null
  }
}
