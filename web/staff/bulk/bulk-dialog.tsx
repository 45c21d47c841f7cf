import { Form, Modal, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Action } from '../../http/shapes/appeal.ts'
import { CommandForm } from '../commands/command-form.tsx'
import { effectOf } from '../commands/effect.ts'
import { specOf } from '../commands/table.ts'
import type { CommandScene } from '../commands/types.ts'
import { useLanguage, useTexts } from '../shell/language.tsx'
import { BulkResults } from './bulk-results.tsx'
import { texts } from './texts.ts'
import { useBulk } from './use-bulk.ts'

interface Props {
  readonly actions: readonly Action[]
  readonly scene: CommandScene
  /** The body of `POST /api/bulk` for a command and its own body. */
  readonly bodyFor: (command: string, body: Readonly<Record<string, unknown>>) => Record<string, unknown>
  readonly onClose: () => void
}

/** Chooses a command for many, asks for its form once, and shows the result of each row. */
export function BulkDialog({ actions, scene, bodyFor, onClose }: Props): ReactNode {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const [kind, setKind] = useState<string | null>(actions.length === 1 ? (actions[0]?.kind ?? null) : null)
  const { bulk, isRunning, press, goOn } = useBulk()
  const action = actions.find((each) => each.kind === kind)
  const spec = kind === null ? null : specOf(kind)
  return (
    <Modal open title={t.title} footer={null} onCancel={onClose} closable={!isRunning} mask={{ closable: false }} width={640}>
      {bulk === null && (
        <>
          {actions.length === 0 && <p>{t.none}</p>}
          <Form layout="vertical" component="div">
            <Form.Item label={t.command} htmlFor="bulk-command">
              <Select
                id="bulk-command"
                value={kind}
                onChange={setKind}
                options={actions.map((each) => ({ value: each.kind, label: effectOf(each, scene.outcomes, language) }))}
              />
            </Form.Item>
          </Form>
          {action !== undefined && spec !== null && (
            <CommandForm
              key={action.kind}
              spec={spec}
              scene={scene}
              effect={t.send(effectOf(action, scene.outcomes, language))}
              prefix="body."
              onSend={(body) => press(bodyFor(action.kind, body))}
              onCancel={onClose}
            />
          )}
        </>
      )}
      {bulk !== null && <BulkResults bulk={bulk} isRunning={isRunning} onGoOn={() => void goOn()} onClose={onClose} />}
    </Modal>
  )
}
