import FlagFilled from '@ant-design/icons/FlagFilled'
import type { TableColumnsType } from 'antd'
import { Link } from 'wouter'
import { COLOUR_LABELS } from '../../../domain/figures/list-labels.ts'
import type { Language } from '../../../domain/text.ts'
import type { SupervisedAppeal } from '../../http/shapes/board.ts'
import { DueBadge } from '../parts/due-badge.tsx'
import { momentWords } from '../parts/due-words.ts'
import type { texts } from './texts.ts'

/** The columns of a list behind a number. */
export function columnsOf(language: Language, t: (typeof texts)[Language]): TableColumnsType<SupervisedAppeal> {
  return [
    {
      title: t.number,
      key: 'number',
      render: (_, { number, colour }) => (
        <span className="board-nowrap">
          {colour !== 'green' && <FlagFilled className={`board-flag-${colour}`} aria-label={COLOUR_LABELS[colour][language]} role="img" />}{' '}
          <Link href={`/appeals/${number}`}>{number}</Link>
        </span>
      ),
    },
    { title: t.item, key: 'item', render: (_, { item }) => item.name[language] },
    {
      title: t.stage,
      key: 'stage',
      render: (_, { stageName, windowName, statusText }) => (
        <>
          <div>{stageName?.[language] ?? statusText[language]}</div>
          <small>{windowName?.[language]}</small>
        </>
      ),
    },
    {
      title: t.due,
      key: 'due',
      render: (_, { dues, number, closedAt }) => (closedAt === null ? <DueBadge dues={dues} number={number} /> : null),
    },
    {
      title: t.holder,
      key: 'holder',
      render: (_, { tasks }) => tasks.find((task) => task.role === 'lead' && task.endedAt === null)?.assignee?.name ?? t.unclaimed,
    },
    { title: t.receivedAt, key: 'received', render: (_, { receivedAt }) => momentWords(receivedAt) },
    { title: t.closed, key: 'closed', render: (_, { closedAt }) => (closedAt === null ? '' : momentWords(closedAt)) },
  ]
}
