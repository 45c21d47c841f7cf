import { Button, Layout, Menu, Space } from 'antd'
import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { client } from './client.ts'
import './frame.css'
import { useLanguage, useTexts } from './language.tsx'
import { pagesFor } from './pages.ts'
import { usePerson } from './session.tsx'
import { texts } from './texts.ts'

/** Head, main menu and the page. */
export function Frame({ children }: { readonly children: ReactNode }): ReactNode {
  const t = useTexts(texts)
  const { language, choose } = useLanguage()
  const person = usePerson()
  const [path, go] = useLocation()
  const pages = pagesFor(person)
  const here = pages.find((page) => path.startsWith(page.path))
  const signOut = async (): Promise<void> => {
    await client.ask('DELETE', '/api/sessions/current').catch(() => {})
    location.assign('/sign-in')
  }
  return (
    <Layout className="frame">
      <a className="skip-link" href="#content">
        {t.skip}
      </a>
      <Layout.Header className="frame-head no-print">
        <span className="frame-name">{t.product}</span>
        <nav aria-label={t.menu} className="frame-menu">
          <Menu
            mode="horizontal"
            theme="dark"
            selectedKeys={here === undefined ? [] : [here.path]}
            items={pages.map((page) => ({ key: page.path, label: t[page.name] }))}
            onClick={({ key }) => go(key)}
          />
        </nav>
        <Space>
          <Button type="text" className="frame-act" onClick={() => choose(language === 'zh' ? 'en' : 'zh')}>
            {t.otherLanguage}
          </Button>
          <Link href="/profile" className="frame-person" title={t.profile}>
            {person.name}
          </Link>
          <Button type="text" className="frame-act" onClick={() => void signOut()}>
            {t.signOut}
          </Button>
        </Space>
      </Layout.Header>
      <Layout.Content id="content" className="frame-page" tabIndex={-1} role="main">
        {children}
      </Layout.Content>
    </Layout>
  )
}
