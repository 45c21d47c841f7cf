import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Form, Input, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { AdminTable } from '../admin-table.tsx'
import { ROLE_LABELS, STAFF_ROLES, type StaffRole } from '../../../../domain/people/roles.ts'
import type { Membership } from '../../../http/shapes/administration.ts'
import { client } from '../../shell/client.ts'
import { useLanguage, useTexts } from '../../shell/language.tsx'
import { useOffices } from '../use-offices.ts'
import { useWriting } from '../write.ts'
import { placeOfRole } from './role-place.ts'
import { texts } from './texts.ts'

interface Props {
  readonly staffId: string
  readonly mayChange: boolean
}
interface Given {
  readonly role: StaffRole
  readonly place?: string
  readonly validFrom?: string
  readonly validTo?: string
}

/** The roles of a person with their days; a role taken away ends with its last day. */
export function Roles({ staffId, mayChange }: Props): ReactNode {
  const { language } = useLanguage()
  const t = useTexts(texts)
  const { placeName, windows, stations } = useOffices()
  const [form] = Form.useForm<Given>()
  const role = Form.useWatch('role', form)
  const place = role === undefined ? null : placeOfRole(role)
  const [ends, setEnds] = useState<Readonly<Record<string, string>>>({})
  const { isBusy, refusal, write } = useWriting(['memberships'], t.saved)
  const { data } = useQuery({
    queryKey: ['memberships', staffId],
    queryFn: ({ signal }) =>
      client.ask<{ memberships: readonly Membership[] }>('GET', `/api/admin/memberships?staffId=${staffId}`, { signal }),
  })
  const give = async ({ role: wanted, place: at, validFrom, validTo }: Given): Promise<void> => {
    const kind = placeOfRole(wanted)
    const body = {
      staffId,
      role: wanted,
      ...(kind !== null && { [kind]: at }),
      ...(validFrom && { validFrom }),
      ...(validTo && { validTo }),
    }
    if (await write('POST', '/api/admin/memberships', body)) form.resetFields()
  }
  const places = place === 'window' ? windows : stations
  return (
    <section>
      <h2>{t.roles}</h2>
      {refusal !== null && <Alert role="alert" type="error" showIcon title={refusal} />}
      <AdminTable<Membership>
        rowKey="id"
        size="small"
        loading={data === undefined}
        pagination={false}
        label={t.roles}
        dataSource={data?.memberships ?? []}
        columns={[
          { title: t.role, render: (_, row) => ROLE_LABELS[row.role][language] },
          { title: t.place, render: (_, row) => placeName(row.window ?? row.station) ?? t.province },
          { title: t.from, dataIndex: 'validFrom' },
          {
            title: t.to,
            render: (_, row) =>
              mayChange ? (
                <>
                  <Input
                    type="date"
                    size="small"
                    aria-label={t.setEndOf(ROLE_LABELS[row.role][language])}
                    value={ends[row.id] ?? row.validTo ?? ''}
                    onChange={(event) => setEnds({ ...ends, [row.id]: event.target.value })}
                  />
                  <Button
                    size="small"
                    loading={isBusy}
                    disabled={ends[row.id] === undefined}
                    onClick={() => void write('PATCH', `/api/admin/memberships/${row.id}`, { validTo: ends[row.id] || null })}
                  >
                    {t.setEnd}
                  </Button>
                </>
              ) : (
                (row.validTo ?? t.always)
              ),
          },
        ]}
      />
      {mayChange && (
        <Form<Given> form={form} layout="vertical" className="admin-block" onFinish={(given) => void give(given)}>
          <Form.Item name="role" label={t.role} rules={[{ required: true }]}>
            <Select options={STAFF_ROLES.map((value) => ({ value, label: ROLE_LABELS[value][language] }))} />
          </Form.Item>
          {place !== null && (
            <Form.Item name="place" label={t.place} rules={[{ required: true }]}>
              <Select
                showSearch={{ optionFilterProp: 'label' }}
                options={places.map(({ code, name }) => ({ value: code, label: `${name[language]} (${code})` }))}
              />
            </Form.Item>
          )}
          <Form.Item name="validFrom" label={t.from}>
            <Input type="date" />
          </Form.Item>
          <Form.Item name="validTo" label={t.to}>
            <Input type="date" />
          </Form.Item>
          <Button htmlType="submit" loading={isBusy}>
            {t.give}
          </Button>
        </Form>
      )}
    </section>
  )
}
