import { useQuery } from '@tanstack/react-query'
import { Alert, Drawer, Skeleton, Space, Tabs } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { TaskDetail } from '../../http/shapes/task.ts'
import { ActionBar } from '../commands/action-bar.tsx'
import { DueBadge } from '../parts/due-badge.tsx'
import { Failed } from '../parts/failed.tsx'
import { useMedia } from '../parts/use-media.ts'
import { client } from '../shell/client.ts'
import { useLanguage, useTexts } from '../shell/language.tsx'
import { texts } from './drawer-texts.ts'
import { TaskFacts } from './task-facts.tsx'
import { TaskMails } from './task-mails.tsx'
import { TaskOverview } from './task-overview.tsx'
import { TaskTimeline } from './task-timeline.tsx'
import { usePresence } from './use-presence.ts'

interface Props {
  readonly taskId: string
  /** A command a key asked for; its form opens at once. */
  readonly asked: { readonly kind: string } | null
  readonly onClose: () => void
}

/** One task beside the list: what to do, what was filed, what happened, what was sent. */
export function TaskDrawer({ taskId, asked, onClose }: Props): ReactNode {
  const t = useTexts(texts)
  const isWide = useMedia('(min-width: 800px)')
  const { data, error, refetch } = useQuery({
    queryKey: ['task', taskId],
    queryFn: ({ signal }) => client.ask<TaskDetail>('GET', `/api/tasks/${encodeURIComponent(taskId)}`, { signal }),
  })
  return (
    <Drawer
      open
      onClose={onClose}
      size={isWide ? 720 : '100%'}
      closable={{ 'aria-label': t.close }}
      title={data === undefined ? '…' : <DrawerTitle task={data} />}
    >
      {error !== null && data === undefined && <Failed error={error} onRetry={() => void refetch()} />}
      {data === undefined ? error === null && <Skeleton active /> : <DrawerBody key={taskId} task={data} asked={asked} />}
    </Drawer>
  )
}

function DrawerTitle({ task }: { readonly task: TaskDetail }): ReactNode {
  const { language } = useLanguage()
  return (
    <Space wrap>
      <span>
        {task.appeal.number} · {task.appeal.itemName[language]}
      </span>
      <DueBadge dues={task.dues} number={task.appeal.number} />
    </Space>
  )
}

function DrawerBody({ task, asked }: { readonly task: TaskDetail; readonly asked: Props['asked'] }): ReactNode {
  const t = useTexts(texts)
  const others = usePresence(task.id)
  return (
    <>
      {others.length > 0 && <Alert type="info" showIcon title={t.others(others.map((each) => each.name ?? each.id).join('、'))} />}
      <TaskFacts task={task} />
      <ActionBar
        actions={[...task.actions, ...task.appealActions]}
        scene={{ window: task.window, outcomes: task.outcomes, materials: task.materials }}
        version={task.version}
        asked={asked}
      />
      <p>
        <Link href={`/appeals/${task.appeal.number}`}>{t.whole}</Link>
      </p>
      <Tabs
        items={[
          { key: 'overview', label: t.overview, children: <TaskOverview task={task} /> },
          { key: 'timeline', label: t.timeline, children: <TaskTimeline number={task.appeal.number} /> },
          { key: 'mails', label: t.mails, children: <TaskMails number={task.appeal.number} /> },
        ]}
      />
    </>
  )
}
