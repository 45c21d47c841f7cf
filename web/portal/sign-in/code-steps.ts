import { useState } from 'preact/hooks'
import type { Language } from '../../../domain/text.ts'
import type { Person } from '../../http/person.ts'
import { signInClient } from '../client.ts'
import { texts } from './texts.ts'

/** Where signing in by code stands, and what the last step said. */
export interface CodeSteps {
  readonly hasCode: boolean
  readonly isSending: boolean
  readonly said: { readonly kind: 'good' | 'bad'; readonly text: string } | null
  sendCode(email: string): Promise<void>
  /** The person who is signed in now; null where the code was refused. */
  enter(email: string, code: string): Promise<Person | null>
  /** Back to the address. */
  again(): void
}

/** Signing in by address and code from a mail, as state for a form. */
export function useCodeSteps(language: Language): CodeSteps {
  const t = texts[language]
  const [said, setSaid] = useState<CodeSteps['said']>(null)
  const [hasCode, setHasCode] = useState(false)
  const [isSending, setSending] = useState(false)
  const api = signInClient(language)
  const during = async <T>(work: () => Promise<T>): Promise<T | null> => {
    setSending(true)
    setSaid(null)
    try {
      return await work()
    } catch (error) {
      setSaid({ kind: 'bad', text: error instanceof Error && 'status' in error && error.status !== 0 ? error.message : t.failed })
      return null
    } finally {
      setSending(false)
    }
  }
  return {
    hasCode,
    isSending,
    said,
    async sendCode(email) {
      const sent = await during(() => api.ask('POST', '/api/sign-in-codes', { body: { email } }).then(() => true))
      if (sent === null) return
      setHasCode(true)
      setSaid({ kind: 'good', text: t.codeSent })
    },
    async enter(email, code) {
      const answer = await during(() => api.ask<{ person: Person }>('POST', '/api/sessions', { body: { email, code } }))
      return answer?.person ?? null
    },
    again() {
      setHasCode(false)
      setSaid(null)
    },
  }
}
