import EyeOutlined from '@ant-design/icons/EyeOutlined'
import UserOutlined from '@ant-design/icons/UserOutlined'
import { Button, Tag } from 'antd'
import type { ReactNode } from 'react'
import type { ListedTask } from '../../http/shapes/task.ts'
import { momentWords } from '../parts/due-words.ts'
import { useLanguage, useTexts } from '../shell/language.tsx'
import { usePerson } from '../shell/session.tsx'
import { texts } from './texts.ts'

interface Cell {
  readonly task: ListedTask
}

/** The number as the button that opens the task; keys j and k go from one to the next. */
export function NumberCell({ task, onOpen }: Cell & { readonly onOpen: (id: string) => void }): ReactNode {
  const t = useTexts(texts)
  return (
    <Button
      type="link"
      className="desk-link"
      data-task={task.id}
      aria-label={t.open(task.appeal.number)}
      onClick={(event) => {
        event.stopPropagation()
        onOpen(task.id)
      }}
    >
      {task.appeal.number}
    </Button>
  )
}

export function ExpertCell({ task: { expert } }: Cell): ReactNode {
  const t = useTexts(texts)
  return (
    <span>
      {expert.name ?? t.unnamed} <Tag>{t.tier(expert.tier)}</Tag>
    </span>
  )
}

export function StageCell({ task }: Cell): ReactNode {
  const { language } = useLanguage()
  return (
    <span>
      {task.stageName[language]}
      <div className="desk-sub">{task.windowName[language]}</div>
    </span>
  )
}

/** Who holds the task, and which colleagues have it open at this moment. */
export function HolderCell({ task }: Cell): ReactNode {
  const t = useTexts(texts)
  const me = usePerson()
  const others = task.present.filter((each) => each.id !== me.id).map((each) => each.name ?? t.unnamed)
  const holder = task.delegate ?? task.assignee
  return (
    <span>
      <UserOutlined aria-hidden /> {holder === null ? t.nobody : (holder.name ?? t.unnamed)}
      {others.length > 0 && (
        <div>
          <Tag color="blue" icon={<EyeOutlined aria-hidden />}>
            {t.present(others.join('、'))}
          </Tag>
        </div>
      )}
    </span>
  )
}

export function ChangedCell({ task }: Cell): ReactNode {
  return <time dateTime={task.appeal.changedAt}>{momentWords(task.appeal.changedAt)}</time>
}
