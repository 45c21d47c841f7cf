import type { ReactNode } from 'react'
import type { TaskDetail } from '../../http/shapes/task.ts'
import { useLanguage, useTexts } from '../shell/language.tsx'
import { texts } from './drawer-texts.ts'
import { texts as listTexts } from './texts.ts'

/** What a task is about, where it stands, and who holds it. */
export function TaskFacts({ task }: { readonly task: TaskDetail }): ReactNode {
  const t = useTexts(texts)
  const list = useTexts(listTexts)
  const { language } = useLanguage()
  const holder = task.delegate ?? task.assignee
  return (
    <div aria-live="polite">
      <p>
        <strong>{task.stageName[language]}</strong>
        {task.role === 'co-handler' && ` · ${t.coHandling}`} · {task.purpose[language]}
      </p>
      <dl className="task-facts">
        <dt>{t.expert}</dt>
        <dd>
          {task.expert.name ?? list.unnamed} · {list.tier(task.expert.tier)}
        </dd>
        <dt>{t.status}</dt>
        <dd>{t.statuses[task.status]}</dd>
        <dt>{t.holder}</dt>
        <dd>{holder === null ? t.nobody : (holder.name ?? holder.id)}</dd>
        <dt>{t.window}</dt>
        <dd>{task.windowName[language]}</dd>
      </dl>
      <br />
    </div>
  )
}
