import { Alert, Menu } from 'antd'
import type { ReactNode } from 'react'
import { Redirect, Route, Switch, useLocation } from 'wouter'
import { useTexts } from '../shell/language.tsx'
import { usePerson } from '../shell/session.tsx'
import './admin.css'
import { Audit } from './audit/audit.tsx'
import { Calendars } from './calendars/calendars.tsx'
import { ItemPage } from './items/item-page.tsx'
import { Items } from './items/items.tsx'
import { NewItem } from './items/new-item.tsx'
import { Ladders } from './ladders/ladders.tsx'
import { MailTexts } from './mail-texts/mail-texts.tsx'
import { Outbox } from './outbox/outbox.tsx'
import { People } from './people/people.tsx'
import { StuckAppeals } from './stuck/stuck-appeals.tsx'
import { texts } from './texts.ts'
import { Windows } from './windows/windows.tsx'

const PAGES = [
  ['people', 'people'],
  ['windows', 'windows'],
  ['items', 'items'],
  ['calendars', 'calendars'],
  ['ladders', 'ladders'],
  ['mail-texts', 'mailTexts'],
  ['outbox', 'outbox'],
  ['audit', 'audit'],
  ['stuck', 'stuck'],
] as const

/** The administration: one page for each thing; auditors read. */
export default function Admin(): ReactNode {
  const t = useTexts(texts)
  const [path, go] = useLocation()
  const { roles } = usePerson()
  if (!roles.includes('administrator') && !roles.includes('auditor')) return <Alert type="error" showIcon title={t.notAllowed} />
  const here = path === '/admin/new-item' ? 'items' : path.split('/')[2]
  return (
    <div className="admin">
      <nav aria-label={t.menu} className="admin-menu no-print">
        <Menu
          selectedKeys={here === undefined ? [] : [here]}
          items={PAGES.map(([key, name]) => ({ key, label: t[name] }))}
          onClick={({ key }) => go(`/admin/${key}`)}
        />
      </nav>
      <div className="admin-page">
        <Switch>
          <Route path="/admin/people" component={People} />
          <Route path="/admin/windows" component={Windows} />
          <Route path="/admin/items" component={Items} />
          <Route path="/admin/new-item" component={NewItem} />
          <Route path="/admin/items/:code" component={ItemPage} />
          <Route path="/admin/calendars" component={Calendars} />
          <Route path="/admin/ladders" component={Ladders} />
          <Route path="/admin/mail-texts" component={MailTexts} />
          <Route path="/admin/outbox" component={Outbox} />
          <Route path="/admin/audit" component={Audit} />
          <Route path="/admin/stuck" component={StuckAppeals} />
          <Route>
            <Redirect to="/admin/people" replace />
          </Route>
        </Switch>
      </div>
    </div>
  )
}
