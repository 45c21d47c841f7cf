import { open, stat, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'

/** One caught mail, as a line of the inbox file and as `/dev/mail.json` gives it. */
export interface CaughtMail {
  /** Its place in the inbox, from 1. */
  readonly id: string
  readonly messageId: string
  /** 1 for the first mail with this Message-ID, 2 for its repetition. */
  readonly copy: number
  readonly from: string
  /** Addresses of the envelope: whom it was really sent to. */
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
  readonly html: string
  /** By lower-case name, as written, unfolded; of a repeated header the values one a line. */
  readonly headers: Readonly<Record<string, string>>
  /** The Date header, ISO 8601. */
  readonly date: string
  /** When the catcher took it, ISO 8601. */
  readonly receivedAt: string
}

/** What a list shows of a mail; the whole stands in the file. */
export type CaughtHead = Omit<CaughtMail, 'text' | 'html' | 'headers'> & { readonly offset: number; readonly length: number }

export interface InboxReader {
  /** Newest first; only mails to the address (any case) where one is given. */
  list(to: string | null): Promise<readonly CaughtHead[]>
  /** JSON text of one mail. */
  text(head: CaughtHead): Promise<string>
  find(id: string): Promise<CaughtMail | null>
}

/** The catcher's one file: a line of JSON a mail, only ever appended to. */
export function inboxFile(dataFolder: string): string {
  return join(dataFolder, 'mail', 'inbox.jsonl')
}

/** Reads the catcher's file while it grows; keeps heads in memory and bodies in the file. An absent file is an empty inbox. */
export function createInboxReader(dataFolder: string): InboxReader {
  const path = inboxFile(dataFolder)
  let heads: CaughtHead[] = []
  let end = 0
  let reading: Promise<void> = Promise.resolve()

  async function readNew(): Promise<void> {
    const size = await stat(path).then(
      (found) => found.size,
      () => 0,
    )
    if (size < end) {
      heads = []
      end = 0
    }
    if (size === end) return
    const added = await slice(path, end, size - end)
    for (let from = 0, to = added.indexOf(10); to >= 0; from = to + 1, to = added.indexOf(10, from)) {
      const head = headOf(added.toString('utf8', from, to), end + from, to - from)
      if (head !== null) heads.push(head)
    }
    end += added.lastIndexOf(10) + 1
  }

  async function list(to: string | null): Promise<readonly CaughtHead[]> {
    reading = reading.then(readNew)
    await reading
    const wanted = to?.toLowerCase() ?? null
    return heads.filter((head) => wanted === null || head.to.some((address) => address.toLowerCase() === wanted)).reverse()
  }

  const text = async (head: CaughtHead): Promise<string> => (await slice(path, head.offset, head.length)).toString('utf8')

  return {
    list,
    text,
    find: async (id) => {
      const head = (await list(null)).find((candidate) => candidate.id === id)
      return head === undefined ? null : caught(await text(head))
    },
  }
}

function headOf(line: string, offset: number, length: number): CaughtHead | null {
  const mail = caught(line)
  if (mail === null) return null
  const { id, messageId, copy, from, to, subject, date, receivedAt } = mail
  return { id, messageId, copy, from, to, subject, date, receivedAt, offset, length }
}

/** The mail of one line; null for a line that a killed catcher left unfinished. */
export function caught(line: string): CaughtMail | null {
  try {
    return JSON.parse(line) as CaughtMail
  } catch {
    return null
  }
}

async function slice(path: string, offset: number, length: number): Promise<Buffer> {
  let file: FileHandle | undefined
  try {
    file = await open(path, 'r')
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file?.close()
  }
}
