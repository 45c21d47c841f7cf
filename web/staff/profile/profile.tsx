import { useQueryClient } from '@tanstack/react-query'
import { App, Form, Radio, Switch } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Language } from '../../../domain/text.ts'
import { Problem } from '../../http/problem.ts'
import { client } from '../shell/client.ts'
import { useLanguage, useTexts } from '../shell/language.tsx'
import { ME, usePerson } from '../shell/session.tsx'
import { keepKeys, keysAreOn } from '../workbench/keys.ts'
import { texts } from './texts.ts'

/** What a person sets for themselves. */
export default function Profile(): ReactNode {
  const t = useTexts(texts)
  const person = usePerson()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const { language, choose } = useLanguage()
  const [areKeysOn, setKeysOn] = useState(() => keysAreOn(localStorage))
  const setLanguage = async (next: Language): Promise<void> => {
    try {
      await client.ask('PATCH', '/api/me', { body: { language: next } })
      choose(next)
      await queries.invalidateQueries({ queryKey: ME })
      void message.success(t.kept)
    } catch (error) {
      void message.error(error instanceof Problem && error.status !== 0 ? error.message : t.unreachable)
    }
  }
  const setKeys = (on: boolean): void => {
    keepKeys(localStorage, on)
    setKeysOn(on)
  }
  return (
    <>
      <h1>{t.title}</h1>
      <p>
        {person.name}（{person.username}）
      </p>
      <Form layout="vertical" component="div">
        <Form.Item label={t.language} extra={t.languageHint}>
          <Radio.Group
            aria-label={t.language}
            value={language}
            onChange={(event) => void setLanguage(event.target.value === 'zh' ? 'zh' : 'en')}
            options={[
              { value: 'zh', label: '中文' },
              { value: 'en', label: 'English' },
            ]}
          />
        </Form.Item>
        <Form.Item label={t.keys} htmlFor="keys-on" extra={t.keysHint}>
          <Switch id="keys-on" checked={areKeysOn} onChange={setKeys} checkedChildren={t.on} unCheckedChildren={t.off} />
        </Form.Item>
      </Form>
    </>
  )
}
