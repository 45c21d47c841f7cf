import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import type { ReactNode } from 'react'
import type { Text } from '../../../domain/text.ts'
import { client } from '../shell/client.ts'
import { useLanguage, useTexts } from '../shell/language.tsx'
import { texts } from './texts.ts'

interface Offices {
  readonly windows: readonly { readonly code: string; readonly name: Text; readonly station: string }[]
  readonly stations: readonly { readonly code: string; readonly name: Text }[]
}

/** The windows and stations of the province. */
export function useOffices(): Offices | undefined {
  return useQuery({
    queryKey: ['offices'],
    queryFn: ({ signal }) => client.ask<Offices>('GET', '/api/offices', { signal }),
    staleTime: 300_000,
  }).data
}

interface Props {
  readonly id?: string
  readonly value: string
  readonly onChange: (value: string | undefined) => void
}

/** A window by name, found by any part of it, in the groups of the stations. */
export function WindowSelect({ id, value, onChange }: Props): ReactNode {
  const { language } = useLanguage()
  const t = useTexts(texts)
  const offices = useOffices()
  const groups = (offices?.stations ?? []).map((station) => ({
    label: station.name[language],
    options: (offices?.windows ?? [])
      .filter((each) => each.station === station.code)
      .map((each) => ({ value: each.code, label: each.name[language] })),
  }))
  return (
    <Select
      {...(id !== undefined && { id })}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
      placeholder={t.choose}
      loading={offices === undefined}
      value={value === '' ? null : value}
      onChange={(next: string | null) => onChange(next ?? undefined)}
      options={groups.filter((group) => group.options.length > 0)}
    />
  )
}
