import { App, Button, Checkbox, Form, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { createPressKeys } from '../../http/press-key.ts'
import { client } from '../shell/client.ts'
import { useTexts } from '../shell/language.tsx'
import { texts } from './texts.ts'

interface Props {
  readonly page: string
  readonly query: string
  readonly onKept: () => Promise<void>
}

/** Keeps the list as it is arranged now under a name. */
export function KeepView({ page, query, onKept }: Props): ReactNode {
  const t = useTexts(texts)
  const { message } = App.useApp()
  const [keys] = useState(() => createPressKeys())
  const [form] = Form.useForm<{ name: string; shared?: boolean }>()
  const keep = async ({ name, shared = false }: { name: string; shared?: boolean }): Promise<void> => {
    const body = { page, name, query, shared }
    try {
      await client.ask('POST', '/api/views', { body, key: keys.keyFor(body) })
      keys.accepted()
      form.resetFields()
      void message.success(t.kept)
      await onKept()
    } catch (error) {
      form.setFields([{ name: 'name', errors: [error instanceof Error ? error.message : String(error)] }])
    }
  }
  return (
    <Form form={form} layout="vertical" onFinish={(given) => void keep(given)}>
      <Form.Item name="name" label={t.name} rules={[{ required: true, whitespace: true, message: t.required }]}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="shared" valuePropName="checked">
        <Checkbox>{t.shared}</Checkbox>
      </Form.Item>
      <Button htmlType="submit">{t.keep}</Button>
    </Form>
  )
}
