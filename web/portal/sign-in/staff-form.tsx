/** @jsxImportSource preact */
import type { VNode } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { Language } from '../../../domain/text.ts'
import type { Person } from '../../http/person.ts'
import { signInClient } from '../client.ts'
import { texts } from './texts.ts'

/** Signing in by user name and password. */
export function StaffForm({ language, onEntered }: { readonly language: Language; readonly onEntered: (person: Person) => void }): VNode {
  const t = texts[language]
  const [wrong, setWrong] = useState('')
  const [isSending, setSending] = useState(false)
  const username = useRef<HTMLInputElement>(null)
  const password = useRef<HTMLInputElement>(null)
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    setSending(true)
    setWrong('')
    try {
      const body = { username: username.current?.value.trim() ?? '', password: password.current?.value ?? '' }
      const { person } = await signInClient(language).ask<{ person: Person }>('POST', '/api/sessions', { body })
      onEntered(person)
    } catch (error) {
      setWrong(error instanceof Error && 'status' in error && error.status !== 0 ? error.message : t.failed)
      password.current?.select()
    } finally {
      setSending(false)
    }
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <label>
        {t.username}
        <input ref={username} name="username" required autocomplete="username" />
      </label>
      <label>
        {t.password}
        <input ref={password} name="password" type="password" required autocomplete="current-password" />
      </label>
      <p role="status" aria-live="polite" class="bad">
        {wrong}
      </p>
      <button type="submit" disabled={isSending}>
        {t.signIn}
      </button>
    </form>
  )
}
