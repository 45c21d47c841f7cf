import { type ReactNode, useEffect } from 'react'
import { useParams } from 'wouter'
import type { CaseDetail } from '../../http/shapes/case.ts'
import { useTexts } from '../shell/language.tsx'
import { Actions } from './actions.tsx'
import './case.css'
import './print.css'
import { CaseHead } from './case-head.tsx'
import { Deadlines } from './deadlines.tsx'
import { FiledForm } from './form.tsx'
import { Mails } from './mails.tsx'
import { Materials } from './materials.tsx'
import { Others } from './others.tsx'
import { Loaded, Part } from './part.tsx'
import { useCase, useDeadlines, useEvents, useMails, useRoute, useTime } from './queries.ts'
import { Records } from './records-part.tsx'
import { StepBar } from './step-bar.tsx'
import { texts } from './texts.ts'
import { TimeLedger } from './time-ledger.tsx'
import { Timeline } from './timeline.tsx'
import { Why } from './why.tsx'

/** One appeal: everything that its reader may know of it, and everything they may do. On paper every part is open. */
export default function CasePage(): ReactNode {
  const { number } = useParams<{ number: string }>()
  return <Case key={number} number={number} />
}

function Case({ number }: { readonly number: string }): ReactNode {
  const t = useTexts(texts)
  const detail = useCase(number)
  useEffect(() => {
    const before = document.title
    document.title = t.title(number)
    return () => {
      document.title = before
    }
  }, [t, number])
  return (
    <article className="case">
      {detail.data === undefined && <h1>{t.title(number)}</h1>}
      <Loaded query={detail}>{(it) => <Whole detail={it} />}</Loaded>
    </article>
  )
}

/** The parts are asked for once the appeal may be read. */
function Whole({ detail }: { readonly detail: CaseDetail }): ReactNode {
  const t = useTexts(texts)
  const { number } = detail
  const route = useRoute(number)
  const events = useEvents(number)
  const deadlines = useDeadlines(number)
  const time = useTime(number)
  const mails = useMails(number)
  return (
    <>
      <CaseHead detail={detail} />
      {route.data !== null && <Loaded query={route}>{(walk) => walk !== null && <StepBar stages={walk.stages} />}</Loaded>}
      <div className="no-print">
        <Part id="actions" title={t.actions}>
          <Actions detail={detail} />
        </Part>
      </div>
      <Contents hasWhy={route.data !== null} />
      <div className="case-columns">
        <div>
          {route.data !== null && (
            <Part id="why" title={t.why}>
              <Loaded query={route}>{(walk) => walk !== null && <Why walk={walk} />}</Loaded>
            </Part>
          )}
          <Part id="sums" title={t.sums}>
            <Loaded query={deadlines}>{({ clocks }) => <Deadlines clocks={clocks} />}</Loaded>
          </Part>
          <Part id="timeline" title={t.timeline}>
            <Loaded query={events}>{(answer) => <Timeline events={answer.events} />}</Loaded>
          </Part>
        </div>
        <div>
          <Part id="time" title={t.time}>
            <Loaded query={time}>{(ledger) => <TimeLedger ledger={ledger} />}</Loaded>
          </Part>
          <Part id="records" title={t.records}>
            <Loaded query={events}>{(answer) => <Records events={answer.events} />}</Loaded>
          </Part>
          <Part id="form" title={t.form}>
            <FiledForm form={detail.form} />
          </Part>
          <Part id="materials" title={t.materials}>
            <Materials detail={detail} />
          </Part>
          <Part id="mails" title={t.mails}>
            <Loaded query={mails}>{(answer) => <Mails mails={answer.mails} />}</Loaded>
          </Part>
          <Part id="others" title={t.others}>
            <Others detail={detail} />
          </Part>
        </div>
      </div>
    </>
  )
}

function Contents({ hasWhy }: { readonly hasWhy: boolean }): ReactNode {
  const t = useTexts(texts)
  const parts = ['why', 'sums', 'timeline', 'time', 'records', 'form', 'materials', 'mails', 'others'] as const
  return (
    <nav className="contents no-print" aria-label={t.contents}>
      {parts
        .filter((part) => part !== 'why' || hasWhy)
        .map((part) => (
          <a key={part} href={`#${part}`}>
            {t[part]}
          </a>
        ))}
    </nav>
  )
}
