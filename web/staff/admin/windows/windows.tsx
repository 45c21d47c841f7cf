import { Button, Drawer, Input, Space, Tabs } from 'antd'
import { type ReactNode, useState } from 'react'
import { AdminTable } from '../admin-table.tsx'
import type { StationRow, WindowRow } from '../../../http/shapes/administration.ts'
import { Failed } from '../../parts/failed.tsx'
import { useLanguage, useTexts } from '../../shell/language.tsx'
import { usePerson } from '../../shell/session.tsx'
import { useOffices } from '../use-offices.ts'
import { texts } from './texts.ts'
import { WindowForm } from './window-form.tsx'

/** Windows and the stations that they belong to. */
export function Windows(): ReactNode {
  const { language } = useLanguage()
  const t = useTexts(texts)
  const mayChange = usePerson().roles.includes('administrator')
  const [open, setOpen] = useState<WindowRow | 'new' | null>(null)
  const [q, setQ] = useState('')
  const { windows, stations, departments, isPending, error, placeName, refetch } = useOffices()
  if (error !== null) return <Failed error={error} onRetry={refetch} />
  const wanted = windows.filter((row) => `${row.code} ${row.name.zh} ${row.name.en}`.toLowerCase().includes(q.toLowerCase()))
  const windowTable = (
    <>
      <Space wrap>
        <Input aria-label={t.filter} placeholder={t.filter} allowClear value={q} onChange={(event) => setQ(event.target.value)} />
        {mayChange && (
          <Button type="primary" onClick={() => setOpen('new')}>
            {t.add}
          </Button>
        )}
      </Space>
      <AdminTable<WindowRow>
        className="admin-block"
        rowKey="code"
        size="small"
        loading={isPending}
        pagination={{ pageSize: 20, showSizeChanger: false, hideOnSinglePage: true }}
        label={t.title}
        dataSource={wanted}
        columns={[
          { title: t.name, render: (_, row) => row.name[language] },
          { title: t.code, dataIndex: 'code' },
          {
            title: t.department,
            render: (_, row) => departments.find(({ code }) => code === row.department)?.name[language] ?? row.department,
          },
          { title: t.station, render: (_, row) => placeName(row.station) },
          { title: t.calendar, dataIndex: 'calendar' },
          { title: t.state, render: (_, row) => (row.active ? t.open : t.closed) },
          ...(mayChange
            ? [
                {
                  title: t.edit,
                  render: (_: unknown, row: WindowRow) => (
                    <Button size="small" aria-label={`${t.edit} ${row.name[language]}`} onClick={() => setOpen(row)}>
                      {t.edit}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
    </>
  )
  const stationTable = (
    <AdminTable<StationRow>
      rowKey="code"
      size="small"
      loading={isPending}
      pagination={false}
      label={t.title}
      dataSource={stations}
      columns={[
        { title: t.name, render: (_, row) => row.name[language] },
        { title: t.code, dataIndex: 'code' },
        { title: t.level, render: (_, row) => t[row.level] },
        { title: t.parent, render: (_, row) => placeName(row.parent) },
        { title: t.calendar, dataIndex: 'calendar' },
        { title: t.fallback, render: (_, row) => placeName(row.fallbackWindow) },
      ]}
    />
  )
  return (
    <>
      <h1>{t.title}</h1>
      <Tabs
        items={[
          { key: 'windows', label: t.windows, children: windowTable },
          { key: 'stations', label: t.stations, children: stationTable },
        ]}
      />
      <Drawer
        open={open !== null}
        onClose={() => setOpen(null)}
        destroyOnHidden
        title={open === 'new' || open === null ? t.add : open.name[language]}
      >
        {open !== null && <WindowForm window={open === 'new' ? null : open} onDone={() => setOpen(null)} />}
      </Drawer>
    </>
  )
}
