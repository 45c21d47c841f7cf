/** @jsxImportSource preact */
import type { VNode } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Language } from '../../../domain/text.ts'
import type { Person } from '../../http/person.ts'
import { useCodeSteps } from './code-steps.ts'
import { texts } from './texts.ts'

/** Signing in by address and code; told who it is when it worked. */
export function CodeForm({ language, onEntered }: { readonly language: Language; readonly onEntered: (person: Person) => void }): VNode {
  const t = texts[language]
  const steps = useCodeSteps(language)
  const [email, setEmail] = useState('')
  const [code, setCode] = useState('')
  const emailInput = useRef<HTMLInputElement>(null)
  const codeInput = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (steps.hasCode) codeInput.current?.focus()
  }, [steps.hasCode])
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    if (!steps.hasCode) return steps.sendCode(email.trim())
    const person = await steps.enter(email.trim(), code.trim())
    if (person !== null) onEntered(person)
    else codeInput.current?.select()
  }
  const again = (): void => {
    steps.again()
    setCode('')
    emailInput.current?.focus()
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <label>
        {t.email}
        <input
          ref={emailInput}
          name="email"
          type="email"
          required
          autocomplete="email"
          readOnly={steps.hasCode}
          value={email}
          onInput={(event) => setEmail(event.currentTarget.value)}
        />
      </label>
      {steps.hasCode && (
        <label>
          {t.code}
          <input
            ref={codeInput}
            name="code"
            inputMode="numeric"
            required
            autocomplete="one-time-code"
            value={code}
            onInput={(event) => setCode(event.currentTarget.value)}
          />
        </label>
      )}
      <p role="status" aria-live="polite" class={steps.said?.kind ?? ''}>
        {steps.said?.text}
      </p>
      <p class="row">
        <button type="submit" disabled={steps.isSending}>
          {steps.hasCode ? t.signIn : t.sendCode}
        </button>
        {steps.hasCode && (
          <>
            <button type="button" class="plain" disabled={steps.isSending} onClick={() => void steps.sendCode(email.trim())}>
              {t.sendAgain}
            </button>
            <button type="button" class="plain" onClick={again}>
              {t.otherAddress}
            </button>
          </>
        )}
      </p>
    </form>
  )
}
