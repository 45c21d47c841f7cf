import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form, Input, Modal } from 'antd'
import { type ReactNode, useState, useSyncExternalStore } from 'react'
import { client } from './client.ts'
import { useTexts } from './language.tsx'
import { ME } from './session.tsx'
import { signedOut } from './signed-out.ts'
import { texts } from './texts.ts'

/** Asks for the password again over the page that is open; what was typed under it stays. */
export function SignInAgain(): ReactNode {
  const t = useTexts(texts)
  const queries = useQueryClient()
  const isOut = useSyncExternalStore(signedOut.subscribe, signedOut.is)
  const [wrong, setWrong] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)
  const send = async (given: { username: string; password: string }): Promise<void> => {
    setSending(true)
    try {
      await client.ask('POST', '/api/sessions', { body: given })
      setWrong(null)
      signedOut.over()
      await queries.invalidateQueries({ queryKey: ME })
      await queries.invalidateQueries()
    } catch (error) {
      setWrong(error instanceof Error ? error.message : String(error))
    } finally {
      setSending(false)
    }
  }
  return (
    <Modal open={isOut} closable={false} mask={{ closable: false }} keyboard={false} footer={null} title={t.signIn} destroyOnHidden>
      <p>{t.signInAgain}</p>
      {wrong !== null && <Alert type="error" title={wrong} showIcon />}
      <Form layout="vertical" onFinish={(given) => void send(given)} requiredMark={false}>
        <Form.Item name="username" label={t.username} rules={[{ required: true }]}>
          <Input autoComplete="username" autoFocus />
        </Form.Item>
        <Form.Item name="password" label={t.password} rules={[{ required: true }]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={isSending} block>
          {t.signIn}
        </Button>
      </Form>
    </Modal>
  )
}
