import type { ReactNode } from 'react'
import type { CaseEventLine } from '../../http/shapes/case.ts'
import { momentWords } from '../parts/due-words.ts'
import { useLanguage, useTexts } from '../shell/language.tsx'
import { wordsOf } from './event-words.ts'
import { type CaseRecord, recordsOf } from './records.ts'
import { texts } from './texts.ts'

/** Pauses, extensions, orders and notes, each with how it ended. */
export function Records({ events }: { readonly events: readonly CaseEventLine[] }): ReactNode {
  const t = useTexts(texts)
  const { pauses, extensions, orders, notes } = recordsOf(events)
  return (
    <>
      <RecordList title={t.pauses} records={pauses} unended={t.notResumed} />
      <RecordList title={t.extensions} records={extensions} unended={t.notDecided} />
      <RecordList title={t.orders} records={orders} unended={t.notAnswered} />
      <h3>{t.notes}</h3>
      {notes.length === 0 && <p className="quiet">{t.none}</p>}
      <ul className="records">
        {notes.map((event) => (
          <li key={event.seq}>
            <Told event={event} />
          </li>
        ))}
      </ul>
    </>
  )
}

interface ListProps {
  readonly title: string
  readonly records: readonly CaseRecord[]
  /** What is said of one that has not ended. */
  readonly unended: string
}

function RecordList({ title, records, unended }: ListProps): ReactNode {
  const t = useTexts(texts)
  return (
    <>
      <h3>{title}</h3>
      {records.length === 0 && <p className="quiet">{t.none}</p>}
      <ul className="records">
        {records.map(({ key, began, ended }) => (
          <li key={key}>
            <Told event={began} />
            {ended === null ? <div>{unended}</div> : ended !== began && <Told event={ended} />}
          </li>
        ))}
      </ul>
    </>
  )
}

function Told({ event }: { readonly event: CaseEventLine }): ReactNode {
  const t = useTexts(texts)
  const { language } = useLanguage()
  return (
    <div>
      <span className="quiet">
        {momentWords(event.at)} · {event.actor.name ?? t.who[event.actor.kind]}
      </span>{' '}
      {event.text?.[language] ?? event.name[language]}
      {wordsOf(event).map((words) => (
        <blockquote key={words.label}>
          <span className="quiet">{t.words[words.label]} </span>
          {words.text}
        </blockquote>
      ))}
    </div>
  )
}
