import type { ReactNode } from 'react'
import type { CaseDetail, TaskBrief } from '../../http/shapes/case.ts'
import { ActionBar } from '../commands/action-bar.tsx'
import { useLanguage, useTexts } from '../shell/language.tsx'
import { Loaded } from './part.tsx'
import { useTask } from './queries.ts'
import { texts } from './texts.ts'

/** Everything the person may do now: with each open task that is theirs to act on, and with the appeal as a whole. */
export function Actions({ detail }: { readonly detail: CaseDetail }): ReactNode {
  const tasks = detail.tasks.filter((task) => task.endedAt === null && task.actions.length > 0)
  const [first, ...rest] = tasks
  const scene = { window: detail.window, outcomes: [], materials: detail.materials }
  return (
    <>
      {first === undefined && <ActionBar actions={detail.actions} scene={scene} version={null} />}
      {first !== undefined && <TaskActions task={first} detail={detail} isFirst />}
      {rest.map((task) => (
        <TaskActions key={task.id} task={task} detail={detail} isFirst={false} />
      ))}
    </>
  )
}

interface Props {
  readonly task: TaskBrief
  readonly detail: CaseDetail
  /** Commands on the appeal stand beside those of the first task. */
  readonly isFirst: boolean
}

function TaskActions({ task, detail, isFirst }: Props): ReactNode {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const query = useTask(task.id)
  return (
    <>
      <p className="quiet">
        {task.windowName[language]} · {task.stageName[language]}
        {task.role === 'co-handler' && ` · ${t.coHandler}`}
        {task.assignee?.name && ` · ${task.assignee.name}`}
      </p>
      <Loaded query={query}>
        {({ actions, version, window, outcomes }) => (
          <ActionBar
            actions={isFirst ? [...actions, ...detail.actions] : actions}
            scene={{ window, outcomes, materials: detail.materials }}
            version={version}
          />
        )}
      </Loaded>
    </>
  )
}
