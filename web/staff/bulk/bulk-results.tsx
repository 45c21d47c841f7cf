import CheckCircleOutlined from '@ant-design/icons/CheckCircleOutlined'
import ClockCircleOutlined from '@ant-design/icons/ClockCircleOutlined'
import CloseCircleOutlined from '@ant-design/icons/CloseCircleOutlined'
import { Alert, Button, Progress } from 'antd'
import type { ReactNode } from 'react'
import { useLanguage, useTexts } from '../shell/language.tsx'
import { texts } from './texts.ts'
import type { Bulk } from './use-bulk.ts'

interface Props {
  readonly bulk: Bulk
  readonly isRunning: boolean
  readonly onGoOn: () => void
  readonly onClose: () => void
}

/** How a press on many stands, row by row. */
export function BulkResults({ bulk, isRunning, onGoOn, onClose }: Props): ReactNode {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const count = (state: string): number => bulk.results.filter((row) => row.state === state).length
  const [ok, refused] = [count('done'), count('refused')]
  const handled = ok + refused
  return (
    <>
      <Progress percent={bulk.total === 0 ? 100 : Math.floor((handled / bulk.total) * 100)} aria-label={t.progress(handled, bulk.total)} />
      <p aria-live="polite">{bulk.finished ? t.summary(ok, refused) : t.progress(handled, bulk.total)}</p>
      {bulk.beyond && bulk.finished && <Alert type="info" showIcon title={t.beyond} />}
      {!bulk.finished && !isRunning && <Alert type="warning" showIcon title={t.cut} action={<Button onClick={onGoOn}>{t.goOn}</Button>} />}
      <ul className="bulk-results" aria-label={t.results}>
        {bulk.results.map((row) => (
          <li key={row.target}>
            {row.number === '' ? t.unknown : row.number}{' '}
            {row.state === 'done' && (
              <span className="bulk-ok">
                <CheckCircleOutlined aria-hidden /> {t.ok}
              </span>
            )}
            {row.state === 'refused' && (
              <span className="bulk-refused">
                <CloseCircleOutlined aria-hidden /> {row.problem?.[language]}
              </span>
            )}
            {row.state === 'waiting' && (
              <span>
                <ClockCircleOutlined aria-hidden /> {t.waiting}
              </span>
            )}
          </li>
        ))}
      </ul>
      <Button type="primary" disabled={isRunning} onClick={onClose}>
        {t.close}
      </Button>
    </>
  )
}
