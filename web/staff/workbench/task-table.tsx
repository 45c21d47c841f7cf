import { Table, type TableColumnsType } from 'antd'
import { type ReactNode, useMemo } from 'react'
import type { ListedTask } from '../../http/shapes/task.ts'
import { useRecentClass } from '../live/use-recent.ts'
import { DueBadge } from '../parts/due-badge.tsx'
import { useLanguage, useTexts } from '../shell/language.tsx'
import { ChangedCell, ExpertCell, HolderCell, NumberCell, StageCell } from './cells.tsx'
import { isOverdue } from './pin-overdue.ts'
import { texts } from './texts.ts'

export interface TaskListProps {
  readonly tasks: readonly ListedTask[]
  readonly isLoading: boolean
  readonly openId: string | null
  readonly onOpen: (id: string) => void
  readonly marked: readonly string[]
  readonly onMark: (ids: readonly string[]) => void
}

/** The tasks as a table, for screens of 1024 pixels and more. */
export function TaskTable({ tasks, isLoading, openId, onOpen, marked, onMark }: TaskListProps): ReactNode {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const recentClass = useRecentClass()
  const columns = useMemo<TableColumnsType<ListedTask>>(
    () => [
      { title: t.number, key: 'number', width: 180, render: (_, task) => <NumberCell task={task} onOpen={onOpen} /> },
      { title: t.expert, key: 'expert', render: (_, task) => <ExpertCell task={task} /> },
      { title: t.matter, key: 'matter', render: (_, task) => task.appeal.itemName[language] },
      { title: t.stage, key: 'stage', render: (_, task) => <StageCell task={task} /> },
      { title: t.due, key: 'due', render: (_, task) => <DueBadge dues={task.dues} number={task.appeal.number} /> },
      { title: t.holder, key: 'holder', render: (_, task) => <HolderCell task={task} /> },
      { title: t.changed, key: 'changed', width: 150, render: (_, task) => <ChangedCell task={task} /> },
    ],
    [t, language, onOpen],
  )
  return (
    <Table<ListedTask>
      rowKey="id"
      size="middle"
      loading={isLoading}
      dataSource={tasks}
      columns={columns}
      pagination={false}
      locale={{ emptyText: t.none }}
      rowClassName={(task) =>
        [
          isOverdue(task) ? 'desk-row-overdue' : '',
          task.id === openId ? 'desk-row-open' : '',
          recentClass(task.id, task.appeal.number),
        ].join(' ')
      }
      onRow={(task) => ({ onClick: () => onOpen(task.id) })}
      rowSelection={{
        selectedRowKeys: [...marked],
        onChange: (keys) => onMark(keys.map(String)),
        getCheckboxProps: (task) => ({ 'aria-label': t.mark(task.appeal.number) }),
      }}
    />
  )
}
