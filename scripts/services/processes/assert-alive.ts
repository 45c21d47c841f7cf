import type { ChildProcess } from 'node:child_process'

/** Throws, naming the log, when the process could not be started or has ended. */
export function assertAlive(name: string, child: ChildProcess, logFile: string): void {
  if (child.pid === undefined) throw new Error(`${name} 无法启动 / could not be started: ${child.spawnfile}`)
  const how = child.signalCode ?? (child.exitCode === null ? undefined : `code ${child.exitCode}`)
  if (how !== undefined) throw new Error(`${name} 已退出 / ended (${how}); ${logFile}`)
}
