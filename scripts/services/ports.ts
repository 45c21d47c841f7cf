import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/** Below what systems hand out to outgoing connections, which would take a port between its choice and its use. */
const LOWEST = 17_000
const HIGHEST = 32_000
/** Ports that this process has given out or found in use. */
const given = new Set<number>()

/** A TCP port of the loopback address that nothing listens on now; never the same twice from one process. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 1_000; tries += 1) {
    const port = randomInt(LOWEST, HIGHEST)
    if (given.has(port)) continue
    given.add(port)
    if (await isFree(port)) return port
  }
  throw new Error(`no port from ${LOWEST} to ${HIGHEST} is free`)
}

/** Whether nothing listens on this port of `host` now. */
export function isFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, host, () => probe.close(() => resolve(true)))
  })
}

/** A port that a setting asked for and something else holds. */
export class BusyPort extends Error {
  override readonly name = 'BusyPort'

  constructor(port: number, setting: string) {
    super(`端口 ${port} 已被占用；请用 ${setting} 另设一个端口。\nPort ${port} is in use; set ${setting} to another one.`)
  }
}

/**
 * The port of a service: the one that `setting` names in the environment, which
 * must be free, else any free one. Throws `BusyPort`, or an error for a value
 * that is no port.
 */
export async function portFor(setting: string, env: NodeJS.ProcessEnv, host?: string): Promise<number> {
  const text = env[setting]
  if (text === undefined || text === '') return freePort()
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(`${setting}=${text}：须是 1 至 65535 的整数。\n${setting}=${text}: expected a port from 1 to 65535.`)
  }
  if (!(await isFree(port, host))) throw new BusyPort(port, setting)
  return port
}
