import { useEffect, useRef, useState } from 'preact/hooks'
import type { Language } from '../../../domain/text.ts'
import type { Draft } from '../../http/shapes/item.ts'
import { client } from '../client.ts'
import { type Answers, draftOf } from './answers.ts'

export type SaveState = { readonly kind: 'none' | 'saving' | 'failed' } | { readonly kind: 'saved'; readonly at: string }

/** Typing is saved when it rests for so long. */
const REST_MS = 800
/** What could not be saved is tried again after so long. */
const AGAIN_MS = 5000

interface Options {
  readonly language: Language
  readonly item: string
  readonly answers: Answers
  /** When the draft that the page began with was saved. */
  readonly savedAt: string | null
  /** False once it is sent or given up: nothing more is saved. */
  readonly isOn: boolean
}

/** Keeps what is typed as a draft, by itself, and tells whether it is kept. */
export function useDraft({ language, item, answers, savedAt, isOn }: Options): SaveState {
  const [state, setState] = useState<SaveState>(savedAt === null ? { kind: 'none' } : { kind: 'saved', at: savedAt })
  const [tries, setTries] = useState(0)
  const saved = useRef<string | null>(null)
  const body = draftOf(answers)
  const text = JSON.stringify(body)
  useEffect(() => {
    if (saved.current === null) saved.current = text
    if (!isOn || saved.current === text) return
    const timer = setTimeout(
      () => {
        setState({ kind: 'saving' })
        client(language)
          .ask<Draft>('PUT', `/api/drafts/${item}`, { body: JSON.parse(text) as unknown })
          .then((draft) => {
            saved.current = text
            setState({ kind: 'saved', at: draft.savedAt })
          })
          .catch(() => {
            setState({ kind: 'failed' })
            setTries(tries + 1)
          })
      },
      tries === 0 ? REST_MS : AGAIN_MS,
    )
    return () => clearTimeout(timer)
  }, [text, tries, isOn, language, item])
  return state
}
