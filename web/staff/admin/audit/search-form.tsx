import { Button, Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { useTexts } from '../../shell/language.tsx'
import { type AuditAsked, NOTHING_ASKED } from './audit-query.ts'
import { texts } from './texts.ts'

/** Who, which appeal, and from when to when; `extra` are fields of one search alone. */
export function SearchForm({ onSearch, extra }: { readonly onSearch: (asked: AuditAsked) => void; readonly extra?: ReactNode }): ReactNode {
  const t = useTexts(texts)
  return (
    <Form<AuditAsked>
      layout="inline"
      className="admin-search"
      initialValues={NOTHING_ASKED}
      onFinish={(asked) => onSearch({ ...NOTHING_ASKED, ...asked })}
    >
      <Form.Item name="who" label={t.who}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="number" label={t.number}>
        <Input maxLength={60} />
      </Form.Item>
      {extra}
      <Form.Item name="from" label={t.from}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="to" label={t.to}>
        <Input type="date" />
      </Form.Item>
      <Button type="primary" htmlType="submit">
        {t.search}
      </Button>
    </Form>
  )
}
