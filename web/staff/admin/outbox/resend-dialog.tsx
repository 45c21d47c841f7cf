import { Alert, Form, Input, Modal } from 'antd'
import type { ReactNode } from 'react'
import type { OutboxMail } from '../../../http/shapes/administration.ts'
import { useLanguage, useTexts } from '../../shell/language.tsx'
import { useWriting } from '../write.ts'
import { texts } from './texts.ts'

/** Asks why a failed mail is to be sent again. */
export function ResendDialog({ mail, onDone }: { readonly mail: OutboxMail; readonly onDone: () => void }): ReactNode {
  const { language } = useLanguage()
  const t = useTexts(texts)
  const [form] = Form.useForm<{ reason: string }>()
  const { isBusy, refusal, write } = useWriting(['outbox'], t.resent)
  const send = async (given: { reason: string }): Promise<void> => {
    if (await write('POST', `/api/admin/outbox/${mail.id}/resend`, given)) onDone()
  }
  return (
    <Modal
      open
      title={t.resendOf(mail.name[language], mail.number ?? '')}
      okText={t.resend}
      cancelText={t.cancel}
      confirmLoading={isBusy}
      onOk={() => form.submit()}
      onCancel={onDone}
    >
      {refusal !== null && <Alert role="alert" type="error" showIcon title={refusal} />}
      <Form form={form} layout="vertical" onFinish={(given) => void send(given)}>
        <Form.Item name="reason" label={t.reason} rules={[{ required: true, whitespace: true }]}>
          <Input.TextArea maxLength={500} rows={3} autoFocus />
        </Form.Item>
      </Form>
    </Modal>
  )
}
