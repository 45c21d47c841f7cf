import { useQuery } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { client } from '../shell/client.ts'
import { useTexts } from '../shell/language.tsx'
import { texts } from './texts.ts'

interface Staff {
  readonly staff: readonly { readonly id: string; readonly username: string; readonly name: string }[]
}

interface Props {
  readonly id?: string
  readonly value: string
  readonly onChange: (value: string | undefined) => void
  /** The window of the task; another that the form names goes before it. */
  readonly window: string | null
}

/** Who works at the window; by user name where the reader may not list the people of it. */
export function PersonSelect({ id, value, onChange, window: own }: Props): ReactNode {
  const t = useTexts(texts)
  const chosen: unknown = Form.useWatch('window')
  const window = typeof chosen === 'string' && chosen !== '' ? chosen : own
  const { data, isError, isPending } = useQuery({
    queryKey: ['window-staff', window],
    queryFn: ({ signal }) => client.ask<Staff>('GET', `/api/windows/${window}/staff`, { signal }),
    enabled: window !== null,
    staleTime: 60_000,
    retry: false,
  })
  const named = id === undefined ? {} : { id }
  if (isError || window === null) return <Input {...named} value={value} onChange={(e) => onChange(e.target.value)} />
  return (
    <Select
      {...named}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
      placeholder={t.choose}
      loading={isPending}
      value={value === '' ? null : value}
      onChange={(next: string | null) => onChange(next ?? undefined)}
      options={(data?.staff ?? []).map((each) => ({ value: each.username, label: `${each.name}（${each.username}）` }))}
    />
  )
}
