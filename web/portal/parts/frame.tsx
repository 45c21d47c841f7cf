/** @jsxImportSource preact */
import type { ComponentChildren, VNode } from 'preact'
import { keepLanguage } from '../../texts/language-cookie.ts'
import { client } from '../client.ts'
import type { PageData } from '../page.ts'
import { SignInAgain } from '../sign-in/sign-in-again.tsx'
import { texts } from './texts.ts'

/** Head and foot of every page of the portal. */
export function Frame({ data, children }: { readonly data: PageData; readonly children: ComponentChildren }): VNode {
  const t = texts[data.language]
  const other = data.language === 'zh' ? 'en' : 'zh'
  const change = (event: Event): void => {
    event.preventDefault()
    keepLanguage(other)
    location.reload()
  }
  const signOut = async (): Promise<void> => {
    await client(data.language)
      .ask('DELETE', '/api/sessions/current')
      .catch(() => {})
    location.assign('/sign-in')
  }
  const isExpert = data.person?.kind === 'expert'
  return (
    <div class="page">
      <a class="skip-link" href="#content">
        {t.skip}
      </a>
      <header class="head">
        <a class="name" href="/my">
          {t.product}
        </a>
        <nav aria-label={t.menu}>
          {isExpert && (
            <>
              <a href="/my">{t.myMatters}</a>
              <a href="/my/new">{t.fileNew}</a>
              <a href="/my/profile">{t.profile}</a>
            </>
          )}
          <a href={`?lang=${other}`} hreflang={other} lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={change}>
            {t.otherLanguage}
          </a>
          {data.person !== null && (
            <button type="button" class="link" onClick={() => void signOut()}>
              {t.signOut}
            </button>
          )}
        </nav>
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      {isExpert && <SignInAgain data={data} />}
    </div>
  )
}
