import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Card, Select, Space } from 'antd'
import { type ReactNode, useState } from 'react'
import { createPressKeys } from '../../http/press-key.ts'
import type { BulkAnswer, SupervisedAppeal } from '../../http/shapes/board.ts'
import { CommandForm } from '../commands/command-form.tsx'
import { effectOf } from '../commands/effect.ts'
import { specOf } from '../commands/table.ts'
import { CASE_QUERIES } from '../commands/use-press.ts'
import { client } from '../shell/client.ts'
import { useLanguage, useTexts } from '../shell/language.tsx'
import { bulkActions, bulkBody, openLead } from './bulk.ts'
import { texts } from './texts.ts'

interface Props {
  readonly appeals: readonly SupervisedAppeal[]
  readonly onClear: () => void
  /** Told how far it is, and at the beginning of another press null; the rows may have left the list by then. */
  readonly onAnswer: (answer: BulkAnswer | null) => void
}

/** One command on all appeals that are chosen, with a result for each of them. */
export function BulkBar({ appeals, onClear, onAnswer }: Props): ReactNode {
  const { language } = useLanguage()
  const t = useTexts(texts)
  const queries = useQueryClient()
  const [kind, setKind] = useState<string | null>(null)
  const [keys] = useState(createPressKeys)
  const actions = bulkActions(appeals)
  const action = actions.find((each) => each.kind === kind) ?? null
  const spec = action === null ? null : specOf(action.kind)
  const windows = new Set(appeals.map((appeal) => openLead(appeal)?.window ?? appeal.window))
  const scene = { window: windows.size === 1 ? ([...windows][0] ?? null) : null, outcomes: [], materials: [] }

  const send = async (body: Readonly<Record<string, unknown>>): Promise<void> => {
    if (action === null) return
    const whole = bulkBody(action, body, appeals)
    let now = await client.ask<BulkAnswer>('POST', '/api/bulk', { body: whole, key: keys.keyFor(whole) })
    onAnswer(now)
    while (!now.finished) {
      now = await client.ask<BulkAnswer>('POST', `/api/bulk/${now.id}/continuation`, { body: {} })
      onAnswer(now)
    }
    keys.accepted()
    setKind(null)
    await Promise.all(CASE_QUERIES.map((first) => queries.invalidateQueries({ queryKey: [first] })))
  }
  return (
    <Card size="small" className="board-bulk no-print">
      <Space wrap>
        <strong role="status" aria-live="polite">
          {t.chosen(appeals.length)}
        </strong>
        <Select
          className="board-command"
          aria-label={t.chooseCommand}
          placeholder={t.chooseCommand}
          value={kind}
          onChange={(next: string) => {
            onAnswer(null)
            setKind(next)
          }}
          options={actions.map((each) => ({ value: each.kind, label: effectOf(each, [], language) }))}
          notFoundContent={t.bulkNone}
        />
        <Button onClick={onClear}>{t.clear}</Button>
      </Space>
      {actions.length === 0 && <Alert type="info" showIcon title={t.bulkNone} />}
      {action !== null && spec !== null && (
        <CommandForm
          key={action.kind}
          spec={spec}
          scene={scene}
          effect={`${effectOf(action, [], language)} (${t.appeals(appeals.length)})`}
          onSend={send}
          onCancel={() => setKind(null)}
          prefix="body."
        />
      )}
    </Card>
  )
}
