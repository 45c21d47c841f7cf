import { Alert, Button, Form, Input, Select, Switch } from 'antd'
import type { ReactNode } from 'react'
import type { WindowRow } from '../../../http/shapes/administration.ts'
import { useLanguage, useTexts } from '../../shell/language.tsx'
import { useOffices } from '../use-offices.ts'
import { useWriting } from '../write.ts'
import { texts } from './texts.ts'

type Given = Omit<WindowRow, 'name'> & { readonly zh: string; readonly en: string }

/** Opens a window, or renames, moves or closes one; a closed window receives nothing new. */
export function WindowForm({ window, onDone }: { readonly window: WindowRow | null; readonly onDone: () => void }): ReactNode {
  const { language } = useLanguage()
  const t = useTexts(texts)
  const { departments, stations } = useOffices()
  const [form] = Form.useForm<Given>()
  const department = Form.useWatch('department', form)
  const { isBusy, refusal, write } = useWriting(['windows'], t.saved)
  const calendars = [...new Set(stations.map((station) => station.calendar))]
  const duties = departments.find(({ code }) => code === department)?.functions ?? []
  const send = async ({ zh, en, active, calendar, ...given }: Given): Promise<void> => {
    const body = { name: { zh, en }, ...(calendar && { calendar }) }
    const accepted =
      window === null
        ? await write('POST', '/api/admin/windows', { ...given, ...body })
        : await write('PATCH', `/api/admin/windows/${encodeURIComponent(window.code)}`, { ...body, active })
    if (accepted) onDone()
  }
  const choice = (rows: readonly { code: string; name: { zh: string; en: string } }[]) =>
    rows.map(({ code, name }) => ({ value: code, label: name[language] }))
  return (
    <Form<Given>
      form={form}
      layout="vertical"
      initialValues={window === null ? {} : { ...window, ...window.name }}
      onFinish={(given) => void send(given)}
    >
      {refusal !== null && <Alert role="alert" type="error" showIcon title={refusal} />}
      {window === null && (
        <>
          <Form.Item name="code" label={t.code} rules={[{ required: true, pattern: /^[\w.-]+$/ }]}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="department" label={t.department} rules={[{ required: true }]}>
            <Select options={choice(departments)} />
          </Form.Item>
          <Form.Item name="function" label={t.function} rules={[{ required: true }]}>
            <Select options={choice(duties)} />
          </Form.Item>
          <Form.Item name="station" label={t.station} rules={[{ required: true }]}>
            <Select options={choice(stations)} />
          </Form.Item>
        </>
      )}
      <Form.Item name="zh" label={t.nameZh} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="en" label={t.nameEn} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="calendar" label={t.calendar}>
        <Select allowClear={window === null} options={calendars.map((value) => ({ value, label: value }))} />
      </Form.Item>
      {window !== null && (
        <Form.Item name="active" label={t.open} valuePropName="checked">
          <Switch />
        </Form.Item>
      )}
      <Button type="primary" htmlType="submit" loading={isBusy}>
        {t.save}
      </Button>
    </Form>
  )
}
