import { readFileSync } from 'node:fs'

/** A process told apart from a later one with the same number. */
export interface ProcessIdentity {
  pid: number
  /** the kernel's start time of the process in clock ticks since boot; empty where the system has no /proc */
  started: string
}

/** The identity of a running process; undefined when there is none or it is only waiting to be reaped (a zombie). */
export function identityOf(pid: number): ProcessIdentity | undefined {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (!(typeof error === 'object' && error !== null && 'code' in error && error.code === 'EPERM')) return undefined
  }
  const stat = statFields(pid)
  if (stat === undefined) return process.platform === 'linux' ? undefined : { pid, started: '' }
  const [state, started] = [stat[0], stat[19]]
  if (state === 'Z' || state === 'X' || started === undefined) return undefined
  return { pid, started }
}

/** Whether just this process still runs. */
export function isRunning(one: ProcessIdentity): boolean {
  return identityOf(one.pid)?.started === one.started
}

/** Fields of /proc/PID/stat from the third on; the name in parentheses before them may hold blanks. */
function statFields(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}
