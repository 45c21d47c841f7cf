import AuditOutlined from '@ant-design/icons/AuditOutlined'
import CalendarOutlined from '@ant-design/icons/CalendarOutlined'
import ClockCircleOutlined from '@ant-design/icons/ClockCircleOutlined'
import ExclamationCircleFilled from '@ant-design/icons/ExclamationCircleFilled'
import FlagFilled from '@ant-design/icons/FlagFilled'
import FolderOpenOutlined from '@ant-design/icons/FolderOpenOutlined'
import HistoryOutlined from '@ant-design/icons/HistoryOutlined'
import InboxOutlined from '@ant-design/icons/InboxOutlined'
import PauseCircleOutlined from '@ant-design/icons/PauseCircleOutlined'
import WarningOutlined from '@ant-design/icons/WarningOutlined'
import { Tooltip } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { PresentFigure } from '../../../domain/figures/figures.ts'
import type { FigureCount } from '../../http/shapes/board.ts'
import { useLanguage, useTexts } from '../shell/language.tsx'
import { pageOfList } from './address.ts'
import { texts } from './texts.ts'

const ICONS: Readonly<Record<PresentFigure, ReactNode>> = {
  open: <FolderOpenOutlined />,
  overdue: <ExclamationCircleFilled />,
  'due-today': <WarningOutlined />,
  'due-soon': <CalendarOutlined />,
  unsigned: <InboxOutlined />,
  yellow: <FlagFilled />,
  red: <FlagFilled />,
  paused: <PauseCircleOutlined />,
  'extension-awaited': <AuditOutlined />,
  'arbitration-awaited': <AuditOutlined />,
  'extension-late': <HistoryOutlined />,
  'pause-suspicious': <ClockCircleOutlined />,
}

/** The four that a supervisor looks at first are large. */
const FIRST: readonly PresentFigure[] = ['overdue', 'due-today', 'due-soon', 'unsigned']

export function Cards({ figures }: { readonly figures: readonly FigureCount[] }): ReactNode {
  const first = FIRST.flatMap((figure) => figures.find((each) => each.figure === figure) ?? [])
  const others = figures.filter(({ figure }) => !FIRST.includes(figure))
  return (
    <div className="board-cards">
      {[...first, ...others].map((each) => (
        <FigureCard key={each.figure} of={each} isFirst={first.includes(each)} />
      ))}
    </div>
  )
}

function FigureCard({ of, isFirst }: { readonly of: FigureCount; readonly isFirst: boolean }): ReactNode {
  const { language } = useLanguage()
  const t = useTexts(texts)
  return (
    <Tooltip title={of.meaning[language]}>
      <Link
        href={pageOfList(of.list)}
        className={`board-card board-card-${of.figure} ${isFirst ? 'board-card-first' : ''} ${of.count === 0 ? 'board-zero' : ''}`}
        aria-label={`${t.openList(of.name[language], of.count)}. ${of.meaning[language]}`}
      >
        <span className="board-card-name">
          {ICONS[of.figure]} {of.name[language]}
        </span>
        <strong className="board-card-count">{of.count}</strong>
      </Link>
    </Tooltip>
  )
}
