import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import type { ListedTask } from '../../http/shapes/task.ts'
import { bulkActions, bulkBody, sceneOf, type Selection } from '../bulk/bulk.ts'
import { BulkDialog } from '../bulk/bulk-dialog.tsx'
import { texts } from '../bulk/texts.ts'
import { useTexts } from '../shell/language.tsx'
import type { DeskState } from './state.ts'

interface Props {
  readonly state: DeskState
  readonly tasks: readonly ListedTask[]
  readonly marked: readonly string[]
  /** How many match, as the tab says it. */
  readonly count: string
  readonly onClear: () => void
}

/** What can be done with the rows that are marked, or with all that match. */
export function SelectionBar({ state, tasks, marked, count, onClear }: Props): ReactNode {
  const t = useTexts(texts)
  const [isAll, setAll] = useState(false)
  const [pressed, setPressed] = useState<{ readonly selection: Selection; readonly rows: readonly ListedTask[] } | null>(null)
  const rows = isAll ? tasks : tasks.filter((task) => marked.includes(task.id))
  if (rows.length === 0 && pressed === null) return null
  const clear = (): void => {
    setAll(false)
    setPressed(null)
    onClear()
  }
  return (
    <>
      <section className="desk-selection" aria-live="polite">
        <strong>{isAll ? t.allMarked : t.marked(rows.length)}</strong>
        {!isAll && rows.length === tasks.length && (
          <Button type="link" onClick={() => setAll(true)}>
            {t.selectAll(count)}
          </Button>
        )}
        <Button type="primary" onClick={() => setPressed({ selection: isAll ? { kind: 'all', state } : { kind: 'rows', rows }, rows })}>
          {t.act}
        </Button>
        <Button onClick={clear}>{t.clear}</Button>
      </section>
      {pressed !== null && (
        <BulkDialog
          actions={bulkActions(pressed.rows)}
          scene={sceneOf(pressed.rows)}
          bodyFor={(command, body) => bulkBody(command, body, pressed.selection)}
          onClose={clear}
        />
      )}
    </>
  )
}
