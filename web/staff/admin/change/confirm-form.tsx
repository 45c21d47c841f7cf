import { Button, Checkbox, Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { useTexts } from '../../shell/language.tsx'
import { texts } from './texts.ts'

interface Props {
  readonly version: string
  readonly asksToMove: boolean
  readonly isBusy: boolean
  readonly onConfirm: (reason: string, moveRunning: boolean) => void
}

/** The reason, and whether open appeals move too; the button names what it does. */
export function ConfirmForm({ version, asksToMove, isBusy, onConfirm }: Props): ReactNode {
  const t = useTexts(texts)
  return (
    <Form<{ reason: string; moveRunning?: boolean }>
      layout="vertical"
      onFinish={({ reason, moveRunning }) => onConfirm(reason, moveRunning === true)}
    >
      <Form.Item name="reason" label={t.reason} rules={[{ required: true, whitespace: true }]}>
        <Input.TextArea maxLength={500} rows={2} />
      </Form.Item>
      {asksToMove && (
        <Form.Item name="moveRunning" valuePropName="checked">
          <Checkbox>{t.moveRunning}</Checkbox>
        </Form.Item>
      )}
      <Button type="primary" htmlType="submit" loading={isBusy}>
        {t.confirm(version)}
      </Button>
    </Form>
  )
}
