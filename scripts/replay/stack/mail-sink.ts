import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface MailSink {
  readonly url: string
  /** mails taken so far */
  count(): number
  stop(): Promise<void>
}

/** An SMTP server on a free port of the loopback interface that takes every mail, counts it and keeps nothing. */
export async function startMailSink(): Promise<MailSink> {
  let mails = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onData: (stream, _session, done) => {
      stream.resume()
      stream.once('end', () => {
        mails += 1
        done()
      })
    },
  })
  // A connection that is cut when the worker stops is no event for the reader of the terminal.
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return { url: `smtp://127.0.0.1:${port}`, count: () => mails, stop: () => new Promise((resolve) => server.close(resolve)) }
}
