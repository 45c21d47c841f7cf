/** @jsxImportSource preact */
import type { VNode } from 'preact'
import type { Person } from '../../http/person.ts'
import type { PageData, PageRequest } from '../page.ts'
import { Frame } from '../parts/frame.tsx'
import { CodeForm } from './code-form.tsx'
import { StaffForm } from './staff-form.tsx'
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
  const entered = (person: Person): void => location.assign(to ?? (person.kind === 'expert' ? '/my' : '/desk'))
  return (
    <Frame data={data}>
      <h1>{t.title}</h1>
      <noscript>
        <p class="bad">{t.needsScripts}</p>
      </noscript>
      <div class="two">
        <section class="card" aria-labelledby="for-experts">
          <h2 id="for-experts">{t.forExperts}</h2>
          <p class="quiet">{t.howExperts}</p>
          <CodeForm language={data.language} onEntered={entered} />
        </section>
        <section class="card" aria-labelledby="for-staff">
          <h2 id="for-staff">{t.forStaff}</h2>
          <StaffForm language={data.language} onEntered={entered} />
        </section>
      </div>
    </Frame>
  )
}
