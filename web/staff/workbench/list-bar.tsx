import { Input, type InputRef, Select } from 'antd'
import { type ReactNode, type Ref, useEffect, useState } from 'react'
import { useOffices } from '../commands/window-select.tsx'
import { useLanguage, useTexts } from '../shell/language.tsx'
import { usePerson } from '../shell/session.tsx'
import { SavedViews } from '../saved-views/saved-views.tsx'
import { type DeskState, listQuery } from './state.ts'
import { texts } from './texts.ts'

interface Props {
  readonly state: DeskState
  readonly onChange: (change: Partial<DeskState>) => void
  readonly searchRef: Ref<InputRef>
}

/** Search, window and saved views. */
export function ListBar({ state, onChange, searchRef }: Props): ReactNode {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const person = usePerson()
  const offices = useOffices()
  const [typed, setTyped] = useState(state.q)
  useEffect(() => setTyped(state.q), [state.q])
  const own = new Set(person.grants.flatMap((grant) => grant.windows))
  const stations = new Set(person.grants.flatMap((grant) => (grant.role.endsWith('supervisor') ? grant.stations : [])))
  const sees = (window: { code: string; station: string }): boolean =>
    own.has(window.code) || stations.has(window.station) || isEverywhere(person.roles)
  const windows = (offices?.windows ?? []).filter(sees).map((each) => ({ value: each.code, label: each.name[language] }))
  return (
    <search className="desk-bar">
      <Input.Search
        ref={searchRef}
        className="desk-search"
        allowClear
        maxLength={60}
        placeholder={t.search}
        aria-label={t.searchLabel}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onSearch={(q) => onChange({ q })}
      />
      {windows.length > 1 && (
        <Select
          className="desk-window"
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={t.windowLabel}
          value={state.window ?? ''}
          onChange={(window: string) => onChange({ window: window === '' ? null : window })}
          options={[{ value: '', label: t.anyWindow }, ...windows]}
        />
      )}
      <SavedViews page="desk" query={listQuery(state)} address={(query) => `/desk?${query}`} />
    </search>
  )
}

function isEverywhere(roles: readonly string[]): boolean {
  return roles.includes('province-supervisor') || roles.includes('auditor')
}
