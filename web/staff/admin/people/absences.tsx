import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Form, Input, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Absence, StaffRow } from '../../../http/shapes/administration.ts'
import { client } from '../../shell/client.ts'
import { useTexts } from '../../shell/language.tsx'
import { useWriting } from '../write.ts'
import { texts } from './texts.ts'

interface Props {
  readonly staffId: string
  readonly mayChange: boolean
}
type Given = Pick<Absence, 'substituteId' | 'fromDay' | 'toDay'>

/** When a person is away and who acts in their place. */
export function Absences({ staffId, mayChange }: Props): ReactNode {
  const t = useTexts(texts)
  const [q, setQ] = useState('')
  const [form] = Form.useForm<Given>()
  const { isBusy, refusal, write } = useWriting(['absences'], t.saved)
  const absences = useQuery({
    queryKey: ['absences', staffId],
    queryFn: ({ signal }) => client.ask<{ absences: readonly Absence[] }>('GET', `/api/admin/absences?staffId=${staffId}`, { signal }),
  })
  const found = useQuery({
    queryKey: ['staff', 'pick', q],
    queryFn: ({ signal }) =>
      client.ask<{ staff: readonly StaffRow[] }>(
        'GET',
        `/api/admin/staff?${new URLSearchParams({ limit: '200', ...(q !== '' && { q }) })}`,
        { signal },
      ),
  })
  const staff = found.data?.staff ?? []
  const nameOf = (id: string): string => staff.find((row) => row.id === id)?.name ?? id
  const add = async (given: Given): Promise<void> => {
    if (await write('POST', '/api/admin/absences', { staffId, ...given })) form.resetFields()
  }
  return (
    <section>
      <h2>{t.absences}</h2>
      {refusal !== null && <Alert role="alert" type="error" showIcon title={refusal} />}
      <ul>
        {absences.data?.absences.map((row) => (
          <li key={row.id}>
            {t.days(row.fromDay, row.toDay)} · {t.substitute}: {nameOf(row.substituteId)}
          </li>
        ))}
      </ul>
      {mayChange && (
        <Form<Given> form={form} layout="vertical" onFinish={(given) => void add(given)}>
          <Form.Item name="substituteId" label={t.substitute} rules={[{ required: true }]}>
            <Select
              showSearch={{ filterOption: false, onSearch: setQ }}
              options={staff
                .filter((row) => row.id !== staffId && row.active)
                .map((row) => ({ value: row.id, label: `${row.name} (${row.username})` }))}
            />
          </Form.Item>
          <Form.Item name="fromDay" label={t.from} rules={[{ required: true }]}>
            <Input type="date" />
          </Form.Item>
          <Form.Item name="toDay" label={t.to} rules={[{ required: true }]}>
            <Input type="date" />
          </Form.Item>
          <Button htmlType="submit" loading={isBusy}>
            {t.addAbsence}
          </Button>
        </Form>
      )}
    </section>
  )
}
