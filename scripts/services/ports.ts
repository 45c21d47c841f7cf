import { createServer } from 'node:net'

/** A TCP port of the loopback address that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port)
        else reject(new Error('the system gave no port'))
      })
    })
  })
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
