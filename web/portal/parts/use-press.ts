import { useRef, useState } from 'preact/hooks'
import type { Language } from '../../../domain/text.ts'
import { createPressKeys } from '../../http/press-key.ts'
import { Problem } from '../../http/problem.ts'
import { client } from '../client.ts'
import { texts } from './texts.ts'

export interface Press {
  readonly isSending: boolean
  readonly problem: Problem | null
  /** What went wrong, as a sentence; null where nothing did. */
  readonly sentence: string | null
  /** What the API refused; null when it took it, and where the button is busy with the press before. */
  send(body: object): Promise<Problem | null>
  forget(): void
}

interface Options<T> {
  readonly language: Language
  readonly path: string
  readonly onDone: (answer: T) => void | Promise<void>
}

/** One button that writes: pressed twice, or again after a cut, it counts once. */
export function usePress<T>({ language, path, onDone }: Options<T>): Press {
  const keys = useRef(createPressKeys())
  const isBusy = useRef(false)
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  return {
    isSending,
    problem,
    sentence: problem === null ? null : problem.status === 0 ? texts[language].unreachable : problem.message,
    async send(body) {
      if (isBusy.current) return null
      isBusy.current = true
      setSending(true)
      setProblem(null)
      try {
        const answer = await client(language).ask<T>('POST', path, { body, key: keys.current.keyFor(body) })
        keys.current.accepted()
        await onDone(answer)
        return null
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        setProblem(error)
        return error
      } finally {
        isBusy.current = false
        setSending(false)
      }
    },
    forget() {
      setProblem(null)
    },
  }
}
