import { Alert, Button, Form, Input, Select, Switch } from 'antd'
import type { ReactNode } from 'react'
import type { StaffRow } from '../../../http/shapes/administration.ts'
import { useTexts } from '../../shell/language.tsx'
import { useWriting } from '../write.ts'
import { texts } from './texts.ts'

type Given = Omit<StaffRow, 'id'> & { readonly password?: string }

/** The account of a person, or of a new one. */
export function AccountForm({ staff, onDone }: { readonly staff: StaffRow | null; readonly onDone: () => void }): ReactNode {
  const t = useTexts(texts)
  const { isBusy, refusal, write } = useWriting(['staff'], t.saved)
  const send = async ({ password, active, ...given }: Given): Promise<void> => {
    const secret = password === undefined || password === '' ? {} : { password }
    const accepted =
      staff === null
        ? await write('POST', '/api/admin/staff', { ...given, ...secret })
        : await write('PATCH', `/api/admin/staff/${staff.id}`, { ...given, ...secret, active })
    if (accepted) onDone()
  }
  return (
    <section>
      <h2>{t.account}</h2>
      {refusal !== null && <Alert role="alert" type="error" showIcon title={refusal} />}
      <Form<Given> layout="vertical" initialValues={staff ?? { language: 'zh' }} onFinish={(given) => void send(given)}>
        <Form.Item name="username" label={t.username} rules={[{ required: true }]}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <Form.Item name="name" label={t.name} rules={[{ required: true, whitespace: true }]}>
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
        <Form.Item name="email" label={t.email} rules={[{ required: true, type: 'email' }]}>
          <Input maxLength={254} autoComplete="off" />
        </Form.Item>
        <Form.Item name="language" label={t.language}>
          <Select options={(['zh', 'en'] as const).map((value) => ({ value, label: t[value] }))} />
        </Form.Item>
        <Form.Item name="password" label={staff === null ? t.password : t.newPassword} rules={[{ required: staff === null, min: 10 }]}>
          <Input.Password maxLength={200} autoComplete="new-password" />
        </Form.Item>
        {staff !== null && (
          <Form.Item name="active" label={t.active} valuePropName="checked">
            <Switch />
          </Form.Item>
        )}
        <Button type="primary" htmlType="submit" loading={isBusy}>
          {t.save}
        </Button>
      </Form>
    </section>
  )
}
