import type { ReactNode } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { CaseEventLine } from '../../http/shapes/case.ts'
import { momentWords } from '../parts/due-words.ts'
import { useLanguage, useTexts } from '../shell/language.tsx'
import { wordsOf } from './event-words.ts'
import './timeline.css'
import { texts } from './texts.ts'
import { filtered, filterOf, queryOf, type TimelineFilter } from './timeline-filter.ts'
import { TimelineFilters } from './timeline-filters.tsx'

/** The history in plain words, filtered; the address carries the filter. */
export function Timeline({ events }: { readonly events: readonly CaseEventLine[] }): ReactNode {
  const t = useTexts(texts)
  const filter = filterOf(useSearch())
  const [path, go] = useLocation()
  const shown = filtered(events, filter)
  const change = (next: TimelineFilter): void => {
    const query = queryOf(next)
    go(query === '' ? path : `${path}?${query}`, { replace: true })
  }
  return (
    <>
      <TimelineFilters filter={filter} onChange={change} />
      <p className="quiet" role="status">
        {t.shown(shown.length, events.length)}
      </p>
      {shown.length === 0 && <p>{t.nothingShown}</p>}
      <ol className="timeline">
        {shown.map((event) => (
          <Line key={event.seq} event={event} />
        ))}
      </ol>
    </>
  )
}

function Line({ event }: { readonly event: CaseEventLine }): ReactNode {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const who = event.actor.name ?? t.who[event.actor.kind]
  return (
    <li className={`line line-${event.actor.kind}`}>
      <div className="line-head">
        <time dateTime={event.at}>{momentWords(event.at)}</time>
        <strong>{event.name[language]}</strong>
        <span>
          {who}
          {event.actingFor?.name && ` (${t.actingFor(event.actingFor.name)})`}
        </span>
        <span className={`audience audience-${event.audience}`}>{t.audience[event.audience]}</span>
      </div>
      {event.text !== null && <p>{event.text[language]}</p>}
      {wordsOf(event).map((words) => (
        <blockquote key={words.label}>
          <span className="quiet">
            {t.words[words.label]}
            {' · '}
            {t.audience[words.isForExpert ? 'expert' : 'staff']}
          </span>
          <br />
          {words.text}
        </blockquote>
      ))}
    </li>
  )
}
