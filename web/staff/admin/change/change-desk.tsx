import { Alert, Button, Collapse, Space } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import type { LineProblem } from '../../../http/shapes/admin-item.ts'
import type { Change } from '../../../http/shapes/change.ts'
import { useTexts } from '../../shell/language.tsx'
import { usePerson } from '../../shell/session.tsx'
import { ConfirmForm } from './confirm-form.tsx'
import { DiffView } from './diff-view.tsx'
import { FileButton } from './file-button.tsx'
import { lineRange } from './lines.ts'
import { PreviewView } from './preview-view.tsx'
import { ProblemList } from './problem-list.tsx'
import { ProgressOf } from './progress-of.tsx'
import { texts } from './texts.ts'
import { type ChangeKind, useChange } from './use-change.ts'
import { YamlEditor } from './yaml-editor.tsx'

interface Props {
  readonly kind: ChangeKind
  /** The text in force, or '' for a new item. */
  readonly present: string
  readonly start?: string
  /** A check besides the preview, with its button; what it finds is told at the lines. */
  readonly check?: (text: string) => { readonly button: ReactNode; readonly problems: readonly LineProblem[]; readonly below: ReactNode }
}

/** A file is edited, looked at and put into force. */
export function ChangeDesk({ kind, present, start = present, check }: Props): ReactNode {
  const t = useTexts(texts)
  const mayChange = usePerson().roles.includes('administrator')
  const [text, setText] = useState(start)
  const [done, setDone] = useState<Change | 'kept' | null>(null)
  const desk = useChange(kind)
  const area = useRef<HTMLTextAreaElement>(null)
  const checked = check?.(text)
  const problems = [...desk.problems, ...(desk.problems.length === 0 ? (checked?.problems ?? []) : [])]
  const edit = (next: string): void => {
    setText(next)
    setDone(null)
    desk.forget()
  }
  const goTo = (line: number): void => {
    const { from, to } = lineRange(text, line)
    area.current?.focus()
    area.current?.setSelectionRange(from, to)
    if (area.current !== null) area.current.scrollTop = Math.max(0, (line - 8) * 20)
  }
  return (
    <div className="admin-block">
      <YamlEditor value={text} onChange={edit} problems={problems} readOnly={!mayChange && check === undefined} area={area} />
      <Space wrap>
        <FileButton label={t.load} onText={edit} />
        <Button onClick={() => edit(start)} disabled={text === start}>
          {t.restore}
        </Button>
        {checked?.button}
        {mayChange && (
          <Button type="primary" loading={desk.isBusy} disabled={text === present} onClick={() => void desk.look(text)}>
            {t.preview}
          </Button>
        )}
        {desk.isBusy && desk.counted > 0 && <span aria-live="polite">{t.previewing(desk.counted)}</span>}
      </Space>
      {!mayChange && <p className="admin-hint">{t.onlyAdministrators}</p>}
      <div className="admin-block">
        <ProblemList problems={problems} onLine={goTo} />
        {desk.refusal !== null && <Alert role="alert" type="error" showIcon title={desk.refusal} />}
      </div>
      {text !== present && present !== '' && (
        <Collapse items={[{ key: 'diff', label: t.differenceTitle, children: <DiffView before={present} after={text} /> }]} />
      )}
      {checked?.below}
      {desk.preview !== null && (
        <>
          <PreviewView preview={desk.preview} />
          <ConfirmForm
            version={desk.preview.version}
            asksToMove={kind === 'items' && desk.preview.appeals > 0}
            isBusy={desk.isBusy}
            onConfirm={(reason, moveRunning) => void desk.confirm(text, reason, moveRunning).then(setDone)}
          />
        </>
      )}
      {done === 'kept' && <Alert type="success" showIcon role="status" title={t.confirmed} />}
      {done !== null && done !== 'kept' && <ProgressOf id={done.id} />}
    </div>
  )
}
