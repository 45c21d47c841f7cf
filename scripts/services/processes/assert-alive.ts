import type { ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'

const LAST_LINES = 30

/**
 * Throws when the process could not be started or has ended, with the last lines
 * that its log got: they say why, and a person at the terminal should see it.
 */
export function assertAlive(name: string, child: ChildProcess, logFile: string): void {
  if (child.pid === undefined) throw new Error(`${name} 无法启动 / could not be started: ${child.spawnfile}`)
  const how = child.signalCode ?? (child.exitCode === null ? undefined : `code ${child.exitCode}`)
  if (how !== undefined) throw new Error(`${name} 已退出 / ended (${how}); ${logFile}\n${lastLines(logFile)}`)
}

function lastLines(file: string): string {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-LAST_LINES).join('\n')
  } catch {
    return ''
  }
}
