import { createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'

/** What the server does with one mail: answers RCPT or the final dot, or breaks off. */
export type Behaviour =
  | { readonly at: 'rcpt' | 'dot'; readonly answer: string }
  | { readonly at: 'greeting' | 'mid-data' | 'dot' | 'taken-then-dot'; readonly answer: 'cut' }

export interface Delivery {
  readonly to: readonly string[]
  readonly messageId: string
  readonly raw: string
}

export interface ScriptedSmtp {
  readonly url: string
  /** Every mail whose final dot arrived and that the server kept, in order. */
  readonly kept: Delivery[]
  /** Greatest number of connections at once. */
  mostConnections(): number
  stop(): Promise<void>
}

/** A mail server of ours that behaves as told, mail by mail: `behave` is asked with the recipient; null means take it. */
export async function scriptedSmtp(behave: (recipient: string) => Behaviour | null, port = 0): Promise<ScriptedSmtp> {
  const kept: Delivery[] = []
  const sockets = new Set<Socket>()
  let most = 0
  const server = createServer((socket) => {
    sockets.add(socket)
    most = Math.max(most, sockets.size)
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined)
    if (behave('')?.at === 'greeting') return socket.destroy()
    talk(socket, behave, kept)
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    kept,
    mostConnections: () => most,
    stop: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

function talk(socket: Socket, behave: (recipient: string) => Behaviour | null, kept: Delivery[]): void {
  let input = ''
  let inData = false
  let to: string[] = []
  socket.write('220 scripted\r\n')
  socket.on('data', (chunk) => {
    input += chunk.toString('latin1')
    while (!socket.destroyed) {
      const end = input.indexOf(inData ? '\r\n.\r\n' : '\r\n')
      if (inData && behave(to[0] ?? '')?.at === 'mid-data') return socket.destroy()
      if (end < 0) return
      const piece = input.slice(0, end)
      input = input.slice(end + (inData ? 5 : 2))
      if (inData) finish(piece)
      else command(piece)
    }
  })

  function command(line: string): void {
    const verb = line.slice(0, 4).toUpperCase()
    if (verb === 'RCPT') {
      const recipient = /<(.*)>/.exec(line)?.[1] ?? ''
      const told = behave(recipient)
      if (told?.at === 'rcpt') {
        answer(told.answer)
        return
      }
      to.push(recipient)
    }
    if (verb === 'MAIL' || verb === 'RSET') to = []
    if (verb === 'DATA') inData = true
    answer(verb === 'DATA' ? '354 go on' : verb === 'QUIT' ? '221 bye' : '250 ok')
  }

  function finish(stuffed: string): void {
    const raw = stuffed.replace(/^\.\./gm, '.')
    inData = false
    const told = behave(to[0] ?? '')
    const isTaken = told === null || told.at === 'taken-then-dot'
    if (isTaken) kept.push({ to, raw, messageId: /^Message-ID: (.*)$/im.exec(raw)?.[1]?.trim() ?? '' })
    to = []
    if (told?.answer === 'cut') socket.destroy()
    else answer(told === null ? '250 taken' : told.answer)
  }

  function answer(text: string): void {
    socket.write(`${text}\r\n`)
  }
}
