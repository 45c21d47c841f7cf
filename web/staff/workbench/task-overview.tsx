import CheckCircleOutlined from '@ant-design/icons/CheckCircleOutlined'
import CloseCircleOutlined from '@ant-design/icons/CloseCircleOutlined'
import HourglassOutlined from '@ant-design/icons/HourglassOutlined'
import type { ReactNode } from 'react'
import type { MaterialState } from '../../../domain/case/state.ts'
import type { TaskDetail } from '../../http/shapes/task.ts'
import { momentWords } from '../parts/due-words.ts'
import { useLanguage, useTexts } from '../shell/language.tsx'
import { texts } from './drawer-texts.ts'
import { pendingLines } from './pending-lines.ts'
import { answerWords } from './answer-words.ts'

const SIGNS: Readonly<Record<MaterialState, ReactNode>> = {
  provided: <CheckCircleOutlined aria-hidden />,
  promised: <HourglassOutlined aria-hidden />,
  missing: <CloseCircleOutlined aria-hidden />,
}

/** What is waited for, where the outcomes lead, what was filed, and what was written since. */
export function TaskOverview({ task }: { readonly task: TaskDetail }): ReactNode {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const waits = pendingLines(task, t, language)
  return (
    <>
      {waits.length > 0 && <Section title={t.pending} items={waits.map((line) => ({ key: line, line }))} />}
      {task.outcomes.length > 0 && (
        <Section
          title={t.nextSteps}
          items={task.outcomes.map((outcome) => ({ key: outcome.code, line: `${outcome.name[language]} → ${outcome.leadsTo[language]}` }))}
        />
      )}
      <section className="task-section">
        <h3>{t.form}</h3>
        {task.form.length === 0 && <p>{t.noForm}</p>}
        <dl className="task-facts">
          {task.form.map((answer) => [
            <dt key={answer.code}>{answer.label[language]}</dt>,
            <dd key={`${answer.code}-value`}>{answerWords(answer, language, t.withheld)}</dd>,
          ])}
        </dl>
      </section>
      <Section
        title={t.materials}
        items={task.materials.map((material) => ({
          key: material.code,
          line: (
            <>
              {SIGNS[material.state]} {material.name[language]} · {t.states[material.state]}
              {material.required && ` · ${t.required}`}
            </>
          ),
        }))}
      />
      {task.messages.length > 0 && (
        <Section
          title={t.messages}
          items={task.messages.map((message) => ({
            key: `${message.at}${message.kind}${message.text}`,
            line: (
              <>
                <span className="desk-sub">
                  {momentWords(message.at)} · {message.by?.name ?? t.from[message.from]}
                </span>
                <div className="task-said">{message.text}</div>
              </>
            ),
          }))}
        />
      )}
    </>
  )
}

interface SectionProps {
  readonly title: string
  readonly items: readonly { readonly key: string; readonly line: ReactNode }[]
}

function Section({ title, items }: SectionProps): ReactNode {
  return (
    <section className="task-section">
      <h3>{title}</h3>
      <ul className="task-list">
        {items.map(({ key, line }) => (
          <li key={key}>{line}</li>
        ))}
      </ul>
    </section>
  )
}
