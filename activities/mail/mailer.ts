import { createTransport } from 'nodemailer'
import type { MailMessage } from './compose.ts'
import { judge, type SendResult } from './send-result.ts'

export interface Mailer {
  /** Hands one mail to the server and answers what became of it; never throws. An aborted signal ends it early. */
  send(message: MailMessage, signal: AbortSignal): Promise<SendResult>
  /** Closes all connections, also those that are in the middle of a mail. */
  close(): void
}

export interface MailerOptions {
  /** `smtp://[user:password@]host:port`, or `smtps://` for TLS from the first byte. */
  readonly smtpUrl: string
  /** Connections kept open at once; 8 unless told. */
  readonly maxConnections?: number
  /** Longest silence of the server in real milliseconds, the answer to the final dot included; 2 minutes unless told. */
  readonly silenceMs?: number
}

const CONNECT_MS = 10_000
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * A pool of SMTP connections.
 * - One recipient a message: the envelope is given, never read out of headers.
 * - The pool itself repeats nothing: whether a mail is sent again is decided by its row alone.
 * - Nothing is read from files or addresses that a message might name.
 * - On the loopback interface no TLS is asked for; elsewhere STARTTLS is used where it is offered.
 */
export function createMailer({ smtpUrl, maxConnections = 8, silenceMs = 120_000 }: MailerOptions): Mailer {
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections,
    maxMessages: Infinity,
    maxRequeues: 0,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: silenceMs,
    dnsTimeout: CONNECT_MS,
    ignoreTLS: LOOPBACK.has(new URL(smtpUrl).hostname),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  /** By Message-ID: told when the connection has read the message to its end, just before the final dot. */
  const written = new Map<string, () => void>()
  transport.use('stream', (mail, done) => {
    const { message } = mail
    const tell = written.get(message.messageId())
    const read = message.createReadStream.bind(message)
    message.createReadStream = (options) => {
      const source = read(options)
      return tell === undefined ? source : source.once('end', tell)
    }
    done()
  })
  return {
    send: async (message, signal) => {
      let isWritten = false
      written.set(message.messageId, () => {
        isWritten = true
      })
      try {
        const info = await transport.sendMail({ ...fields(message), signal })
        return { kind: 'accepted', answer: info.response }
      } catch (error) {
        return judge(error, isWritten)
      } finally {
        written.delete(message.messageId)
      }
    },
    close: () => transport.close({ force: true }),
  }
}

function fields(message: MailMessage): Parameters<ReturnType<typeof createTransport>['sendMail']>[0] {
  const { inReplyTo, messageId, from, to, subject, text, html, headers } = message
  return {
    messageId,
    from,
    to,
    subject,
    text,
    html,
    headers: { ...headers },
    envelope: { from: from.address, to: [to.address] },
    ...(inReplyTo === null ? {} : { inReplyTo, references: [inReplyTo] }),
  }
}
