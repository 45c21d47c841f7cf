import { Button, Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { AUDIENCES } from '../../../domain/case/audience.ts'
import { useTexts } from '../shell/language.tsx'
import { texts } from './texts.ts'
import { EVENT_GROUPS, PLAIN_FILTER, queryOf, type TimelineFilter, WHO } from './timeline-filter.ts'

interface Props {
  readonly filter: TimelineFilter
  readonly onChange: (filter: TimelineFilter) => void
}

/** What of the history is shown: by kind, by who, by who may read it, and in which order. */
export function TimelineFilters({ filter, onChange }: Props): ReactNode {
  const t = useTexts(texts)
  return (
    <div className="filters no-print">
      <Choices
        name={t.kindFilter}
        all={EVENT_GROUPS}
        labels={t.groups}
        chosen={filter.groups}
        onChange={(groups) => onChange({ ...filter, groups })}
      />
      <Choices name={t.whoFilter} all={WHO} labels={t.who} chosen={filter.who} onChange={(who) => onChange({ ...filter, who })} />
      <Choices
        name={t.audienceFilter}
        all={AUDIENCES}
        labels={t.audience}
        chosen={filter.audiences}
        onChange={(audiences) => onChange({ ...filter, audiences })}
      />
      <div>
        <Button size="small" onClick={() => onChange({ ...filter, isNewestFirst: !filter.isNewestFirst })}>
          {filter.isNewestFirst ? t.oldestFirst : t.newestFirst}
        </Button>{' '}
        {queryOf(filter) !== '' && (
          <Button size="small" type="link" onClick={() => onChange(PLAIN_FILTER)}>
            {t.allAgain}
          </Button>
        )}
      </div>
    </div>
  )
}

interface ChoicesProps<T extends string> {
  readonly name: string
  readonly all: readonly T[]
  readonly labels: Readonly<Record<T, string>>
  readonly chosen: readonly T[]
  readonly onChange: (chosen: readonly T[]) => void
}

function Choices<T extends string>({ name, all, labels, chosen, onChange }: ChoicesProps<T>): ReactNode {
  return (
    <fieldset>
      <legend>{name}</legend>
      {all.map((each) => (
        <Checkbox
          key={each}
          checked={chosen.includes(each)}
          onChange={({ target }) => onChange(all.filter((other) => (other === each ? target.checked : chosen.includes(other))))}
        >
          {labels[each]}
        </Checkbox>
      ))}
    </fieldset>
  )
}
