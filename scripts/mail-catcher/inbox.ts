import { appendFile, mkdir, readFile, truncate } from 'node:fs/promises'
import { dirname } from 'node:path'
import { caught, inboxFile, type CaughtMail } from '../../api/dev-inbox.ts'

export interface Inbox {
  /** Resolves when the mail is in the file; only then may the server say that it has it. */
  add(mail: Omit<CaughtMail, 'id' | 'copy'>): Promise<void>
}

/** Opens the inbox of a data folder; a line that a killed catcher left unfinished is cut off. */
export async function openInbox(dataFolder: string): Promise<Inbox> {
  const path = inboxFile(dataFolder)
  await mkdir(dirname(path), { recursive: true })
  const present = await readFile(path).catch(() => Buffer.alloc(0))
  const whole = present.lastIndexOf(10) + 1
  if (whole < present.length) await truncate(path, whole)

  const copies = new Map<string, number>()
  let count = 0
  for (const line of present.toString('utf8', 0, whole).split('\n')) {
    const mail = line === '' ? null : caught(line)
    if (mail === null) continue
    count = Math.max(count, Number(mail.id))
    copies.set(mail.messageId, (copies.get(mail.messageId) ?? 0) + 1)
  }

  let writing: Promise<void> = Promise.resolve()
  return {
    add: async (mail) => {
      count += 1
      const copy = (copies.get(mail.messageId) ?? 0) + 1
      copies.set(mail.messageId, copy)
      const line = `${JSON.stringify({ id: String(count), copy, ...mail })}\n`
      const written = writing.then(() => appendFile(path, line))
      writing = written.catch(() => undefined)
      await written
    },
  }
}
