/** @jsxImportSource preact */
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { Person } from '../../http/person.ts'
import { client } from '../client.ts'
import type { PageData, PageRequest } from '../page.ts'
import { Frame } from '../parts/frame.tsx'
import { texts } from './texts.ts'

interface Content {
  /** Where the person wanted to go; a path of this site only. */
  readonly to: string | null
}

export function loadSignIn({ url }: PageRequest): Promise<Content> {
  const to = new URL(url, 'http://site').searchParams.get('to')
  return Promise.resolve({ to: to !== null && /^\/(?![/\\])/.test(to) ? to : null })
}

/** Experts by address and code, staff by user name and password. */
export function SignIn({ data }: { readonly data: PageData }): VNode {
  const t = texts[data.language]
  const { to } = data.content as Content
  const [said, setSaid] = useState<{ readonly kind: 'good' | 'bad'; readonly text: string } | null>(null)
  const [hasCode, setHasCode] = useState(false)
  const api = client(data.language)
  const during = async (work: () => Promise<void>): Promise<void> => {
    setSaid(null)
    await work().catch((error: unknown) => setSaid({ kind: 'bad', text: error instanceof Error ? error.message : t.failed }))
  }
  const enter = async (body: object): Promise<void> => {
    const { person } = await api.ask<{ person: Person }>('POST', '/api/sessions', { body })
    location.assign(to ?? (person.kind === 'expert' ? '/my' : '/desk'))
  }
  const asExpert = (event: SubmitEvent): void => {
    event.preventDefault()
    const { email, code } = fields(event)
    void during(async () => {
      if (hasCode) return enter({ email, code })
      await api.ask('POST', '/api/sign-in-codes', { body: { email } })
      setHasCode(true)
      setSaid({ kind: 'good', text: t.codeSent })
    })
  }
  const asStaff = (event: SubmitEvent): void => {
    event.preventDefault()
    const { username, password } = fields(event)
    void during(() => enter({ username, password }))
  }
  return (
    <Frame data={data}>
      <h1>{t.title}</h1>
      <noscript>
        <p class="bad">{t.needsScripts}</p>
      </noscript>
      <p role="status" aria-live="polite" class={said?.kind ?? ''}>
        {said?.text}
      </p>
      <div class="two">
        <form class="card" onSubmit={asExpert}>
          <h2>{t.forExperts}</h2>
          <label>
            {t.email}
            <input name="email" type="email" required autocomplete="email" />
          </label>
          {hasCode && (
            <label>
              {t.code}
              <input name="code" inputMode="numeric" required autocomplete="one-time-code" />
            </label>
          )}
          <button type="submit">{hasCode ? t.signIn : t.sendCode}</button>
        </form>
        <form class="card" onSubmit={asStaff}>
          <h2>{t.forStaff}</h2>
          <label>
            {t.username}
            <input name="username" required autocomplete="username" />
          </label>
          <label>
            {t.password}
            <input name="password" type="password" required autocomplete="current-password" />
          </label>
          <button type="submit">{t.signIn}</button>
        </form>
      </div>
    </Frame>
  )
}

function fields(event: SubmitEvent): Record<string, string> {
  const form = event.currentTarget
  if (!(form instanceof HTMLFormElement)) return {}
  return Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value).trim()]))
}
