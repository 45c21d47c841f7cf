import { Checkbox, Empty, Spin } from 'antd'
import type { ReactNode } from 'react'
import { useRecentClass } from '../live/use-recent.ts'
import { DueBadge } from '../parts/due-badge.tsx'
import { useLanguage, useTexts } from '../shell/language.tsx'
import { ExpertCell, HolderCell, NumberCell, StageCell } from './cells.tsx'
import type { TaskListProps } from './task-table.tsx'
import { isOverdue } from './pin-overdue.ts'
import { texts } from './texts.ts'

/** The tasks as cards, for narrow screens. */
export function TaskCards({ tasks, isLoading, onOpen, marked, onMark }: TaskListProps): ReactNode {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const recentClass = useRecentClass()
  if (tasks.length === 0) return isLoading ? <Spin /> : <Empty description={t.none} />
  const mark = (id: string, on: boolean): void => onMark(on ? [...marked, id] : marked.filter((each) => each !== id))
  return (
    <ul className="desk-cards" aria-label={t.list}>
      {tasks.map((task) => (
        <li
          key={task.id}
          className={`${isOverdue(task) ? 'desk-card desk-card-overdue' : 'desk-card'} ${recentClass(task.id, task.appeal.number)}`}
        >
          <Checkbox
            aria-label={t.mark(task.appeal.number)}
            checked={marked.includes(task.id)}
            onChange={(event) => mark(task.id, event.target.checked)}
          />
          <NumberCell task={task} onOpen={onOpen} />
          <div className="desk-card-body">
            <DueBadge dues={task.dues} number={task.appeal.number} />
            <strong>{task.appeal.itemName[language]}</strong>
            <ExpertCell task={task} />
            <StageCell task={task} />
            <HolderCell task={task} />
          </div>
        </li>
      ))}
    </ul>
  )
}
