import CheckCircleOutlined from '@ant-design/icons/CheckCircleOutlined'
import ClockCircleOutlined from '@ant-design/icons/ClockCircleOutlined'
import ExclamationCircleFilled from '@ant-design/icons/ExclamationCircleFilled'
import HourglassOutlined from '@ant-design/icons/HourglassOutlined'
import MinusCircleOutlined from '@ant-design/icons/MinusCircleOutlined'
import PauseCircleOutlined from '@ant-design/icons/PauseCircleOutlined'
import WarningOutlined from '@ant-design/icons/WarningOutlined'
import { Button, Popover } from 'antd'
import { type ReactNode, useState } from 'react'
import { caseNow } from '../../http/case-time.ts'
import type { StaffDues } from '../../http/shapes/task.ts'
import { useLanguage, useTexts } from '../shell/language.tsx'
import { DueSums } from './due-sums.tsx'
import { type DueTone, dueWords } from './due-words.ts'
import './parts.css'
import { texts } from './texts.ts'

const ICONS: Readonly<Record<DueTone, ReactNode>> = {
  overdue: <ExclamationCircleFilled />,
  today: <WarningOutlined />,
  near: <ClockCircleOutlined />,
  calm: <CheckCircleOutlined />,
  paused: <PauseCircleOutlined />,
  waiting: <HourglassOutlined />,
  none: <MinusCircleOutlined />,
}

/** Where the limits of a task or an appeal stand, by words, sign and colour; pressed, it shows the sums line by line. */
export function DueBadge({ dues, number }: { readonly dues: StaffDues; readonly number: string }): ReactNode {
  const { language } = useLanguage()
  const t = useTexts(texts)
  const [isOpen, setOpen] = useState(false)
  const { tone, text } = dueWords(dues, caseNow(), language)
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      trigger="click"
      title={t.sums}
      destroyOnHidden
      content={<DueSums dues={dues} number={number} />}
    >
      <Button
        size="small"
        className={`due-badge due-badge-${tone}`}
        icon={ICONS[tone]}
        aria-label={t.dueWhy(text)}
        aria-expanded={isOpen}
        onClick={(event) => event.stopPropagation()}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setOpen(false)
          event.stopPropagation()
        }}
      >
        {text}
      </Button>
    </Popover>
  )
}
