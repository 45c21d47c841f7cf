import { useRef, useState } from 'preact/hooks'
import type { Language } from '../../../domain/text.ts'
import { randomKey } from '../../http/press-key.ts'
import { Problem } from '../../http/problem.ts'
import type { FileRef } from '../../http/shapes/appeal.ts'
import { sendFile } from '../../http/upload.ts'
import { signedOut } from '../signed-out.ts'

/** A file on its way, or one that was refused. */
export interface Sending {
  readonly key: string
  readonly file: File
  /** From 0 to 1. */
  readonly part: number
  readonly problem: Problem | null
}

export interface Uploads {
  readonly sending: readonly Sending[]
  send(files: readonly File[]): Promise<void>
  /** The same file once more, under the same key. */
  again(key: string): Promise<void>
  /** Gives up a file on its way, or puts a refused one aside. */
  drop(key: string): void
}

/** Sends files one after the other, each under a key of its own; `onSent` is told of each that arrived. */
export function useUploads({ path, language, onSent }: { path: string; language: Language; onSent: (file: FileRef) => void }): Uploads {
  const [sending, setSending] = useState<readonly Sending[]>([])
  const cuts = useRef(new Map<string, AbortController>())
  const told = useRef(onSent)
  told.current = onSent
  const remove = (key: string): void => setSending((all) => all.filter((each) => each.key !== key))
  const change = (key: string, to: Partial<Sending>): void =>
    setSending((all) => all.map((each) => (each.key === key ? { ...each, ...to } : each)))

  const one = async ({ key, file }: Sending): Promise<void> => {
    const cut = cuts.current.get(key)
    if (cut === undefined) return
    try {
      const sent = await sendFile<FileRef>({
        path,
        file,
        key,
        language,
        signal: cut.signal,
        onProgress: (part) => change(key, { part }),
        onSignedOut: signedOut.ended,
      })
      remove(key)
      told.current({ id: sent.id, name: sent.name, size: sent.size })
    } catch (error) {
      if (error instanceof Problem) change(key, { problem: error })
      else remove(key)
    }
  }
  return {
    sending,
    async send(files) {
      const added = files.map((file) => ({ key: randomKey(), file, part: 0, problem: null }))
      for (const { key } of added) cuts.current.set(key, new AbortController())
      setSending((all) => [...all, ...added])
      for (const each of added) await one(each)
    },
    async again(key) {
      const refused = sending.find((each) => each.key === key)
      if (refused === undefined) return
      change(key, { part: 0, problem: null })
      await one(refused)
    },
    drop(key) {
      cuts.current.get(key)?.abort()
      cuts.current.delete(key)
      remove(key)
    },
  }
}
