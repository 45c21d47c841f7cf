import type { Server } from 'node:http'
import type { Express } from 'express'
import type { Logger } from 'pino'
import { UPLOAD_MS } from './http/deadline.ts'

/** Answers that are under way when the process is told to stop get this long. */
const GRACE_MS = 8000

/** Listens on one address of this machine, or on all with `0.0.0.0`; a busy port is told with the setting that changes it. */
export function listen(app: Express, { port, host }: { readonly port: number; readonly host: string }): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = app.listen(port, host, (error?: Error) => {
      if (error === undefined) resolve(server)
      else
        reject(
          'code' in error && error.code === 'EADDRINUSE'
            ? new Error(`port ${port} is busy; set PORT to another / 端口 ${port} 已被占用，请设置 PORT`)
            : error,
        )
    })
    // Of uploads; other bodies have less (http/body-in-time.ts).
    server.requestTimeout = UPLOAD_MS
    server.headersTimeout = 15_000
  })
}

/** Stops taking requests and lets those under way end, within the grace time. */
export function close(server: Server, log: Logger): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => {
      log.warn('requests were cut off at the end of the grace time')
      server.closeAllConnections()
    }, GRACE_MS)
    server.close(() => {
      clearTimeout(late)
      resolve()
    })
    server.closeIdleConnections()
  })
}
