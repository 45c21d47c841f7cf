import CheckOutlined from '@ant-design/icons/CheckOutlined'
import EnvironmentFilled from '@ant-design/icons/EnvironmentFilled'
import EllipsisOutlined from '@ant-design/icons/EllipsisOutlined'
import MinusOutlined from '@ant-design/icons/MinusOutlined'
import type { ReactNode } from 'react'
import type { WalkedStage } from '../../http/shapes/case.ts'
import { momentWords } from '../parts/due-words.ts'
import { useLanguage, useTexts } from '../shell/language.tsx'
import './step-bar.css'
import { texts } from './texts.ts'

const SIGNS: Readonly<Record<WalkedStage['place'], ReactNode>> = {
  visited: <CheckOutlined />,
  now: <EnvironmentFilled />,
  possible: <EllipsisOutlined />,
  'not-taken': <MinusOutlined />,
}

/** The stages of the item: where the appeal has been, where it is, where it may come; by sign and word. */
export function StepBar({ stages }: { readonly stages: readonly WalkedStage[] }): ReactNode {
  const t = useTexts(texts)
  const { language } = useLanguage()
  return (
    <ol className="step-bar" aria-label={t.steps}>
      {stages.map((stage) => {
        const last = stage.visits.at(-1)
        return (
          <li key={stage.code} className={`step step-${stage.place}`} aria-current={stage.place === 'now' ? 'step' : undefined}>
            <span className="step-sign" aria-hidden="true">
              {SIGNS[stage.place]}
            </span>
            <span className="step-name">{stage.name[language]}</span>
            <span className="step-place">
              {t.place[stage.place]}
              {stage.visits.length > 1 && ` · ${t.visits(stage.visits.length)}`}
            </span>
            <span className="step-more">{stage.windowName[language]}</span>
            {last !== undefined && (
              <span className="step-more">
                {last.leftAt === null
                  ? t.sinceAt(momentWords(last.enteredAt))
                  : `${momentWords(last.enteredAt)} – ${momentWords(last.leftAt)}`}
                {last.outcome !== null && ` · ${last.outcome[language]}`}
              </span>
            )}
          </li>
        )
      })}
    </ol>
  )
}
