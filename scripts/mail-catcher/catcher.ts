import type { AddressInfo } from 'node:net'
import type { Readable } from 'node:stream'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import type { CaughtMail } from '../../api/dev-inbox.ts'
import { openInbox } from './inbox.ts'

export interface MailCatcher {
  readonly port: number
  stop(): Promise<void>
}

const HOST = '127.0.0.1'
const MAX_BYTES = 10 * 1024 * 1024

/** An SMTP server on the loopback interface that takes every mail and keeps it in the data folder. Port 0: any free one. */
export async function startMailCatcher({ port, dataFolder }: { readonly port: number; readonly dataFolder: string }): Promise<MailCatcher> {
  const inbox = await openInbox(dataFolder)
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: MAX_BYTES,
    closeTimeout: 500,
    banner: 'Hongyan mail catcher',
    onData: (stream, session, done) => {
      const to = session.envelope.rcptTo.map((recipient) => recipient.address)
      readMail(stream, to)
        .then((mail) => inbox.add(mail))
        .then(() => done(), done)
    },
  })
  server.on('error', (error) => console.error(`mail catcher: ${error.message}`))
  const address = await listen(server, port)
  return {
    port: address.port,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function listen(server: SMTPServer, port: number): Promise<AddressInfo> {
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(port, HOST, () => resolve())
  })
  const address = server.server.address()
  if (address === null || typeof address === 'string') throw new Error('the mail catcher has no port')
  return address
}

async function readMail(stream: Readable, to: readonly string[]): Promise<Omit<CaughtMail, 'id' | 'copy'>> {
  const mail = await simpleParser(stream, { skipTextToHtml: true, skipHtmlToText: true, skipImageLinks: true })
  return {
    messageId: mail.messageId ?? '',
    from: mail.from?.text ?? '',
    to,
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: typeof mail.html === 'string' ? mail.html : '',
    headers: headersOf(mail),
    date: (mail.date ?? new Date(0)).toISOString(),
    receivedAt: new Date().toISOString(),
  }
}

function headersOf(mail: ParsedMail): Record<string, string> {
  const headers: Record<string, string> = {}
  for (const { key, line } of mail.headerLines) {
    const value = line
      .slice(line.indexOf(':') + 1)
      .replace(/\r?\n[ \t]+/g, ' ')
      .trim()
    const before = headers[key]
    headers[key] = before === undefined ? value : `${before}\n${value}`
  }
  return headers
}
