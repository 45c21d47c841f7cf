import DownOutlined from '@ant-design/icons/DownOutlined'
import { App, Button, Dropdown } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Problem } from '../../http/problem.ts'
import type { Action } from '../../http/shapes/appeal.ts'
import { useLanguage, useTexts } from '../shell/language.tsx'
import { orderActions } from './body.ts'
import { CommandForm } from './command-form.tsx'
import './commands.css'
import { effectOf } from './effect.ts'
import { specOf } from './table.ts'
import { texts } from './texts.ts'
import type { CommandScene } from './types.ts'
import { usePress } from './use-press.ts'

interface Props {
  readonly actions: readonly Action[]
  readonly scene: CommandScene
  /** The version the person sees, sent with commands on the task; null for a page of an appeal as a whole. */
  readonly version: number | null
  /** A command to open at once, by its kind (a key was pressed). */
  readonly asked?: { readonly kind: string } | null
}

/** What the person may do now: one main button named by its effect, the others in a menu, each with its form in place. */
export function ActionBar({ actions, scene, version, asked = null }: Props): ReactNode {
  const { language } = useLanguage()
  const t = useTexts(texts)
  const { message } = App.useApp()
  const press = usePress()
  const [open, setOpen] = useState<Action | null>(null)
  const [isSending, setSending] = useState(false)
  const bar = useRef<HTMLDivElement>(null)
  const { main, others } = orderActions(actions)
  const send = async (action: Action, body: Readonly<Record<string, unknown>>): Promise<void> => {
    const onTask = action.href.startsWith('/api/tasks/')
    await press(action, onTask && version !== null ? { ...body, version } : body)
    setOpen(null)
    void message.success(t.sent(effectOf(action, scene.outcomes, language)))
    bar.current?.querySelector('button')?.focus()
  }
  const choose = (action: Action): void => {
    if ((specOf(action.kind)?.fields.length ?? 0) > 0) {
      setOpen(action)
      return
    }
    setSending(true)
    send(action, {})
      .catch((error: unknown) => {
        if (!(error instanceof Problem)) throw error
        void message.error(error.status === 0 ? t.unreachable : error.message)
      })
      .finally(() => setSending(false))
  }
  const chooseLatest = useRef(choose)
  chooseLatest.current = choose
  const actionsLatest = useRef(actions)
  actionsLatest.current = actions
  useEffect(() => {
    const wanted = asked === null ? undefined : actionsLatest.current.find((action) => action.kind === asked.kind)
    if (wanted !== undefined) chooseLatest.current(wanted)
  }, [asked])
  const spec = open === null ? null : specOf(open.kind)
  return (
    <div ref={bar}>
      {main === null && others.length === 0 && <p>{t.nothingToDo}</p>}
      <div className="action-bar no-print">
        {main !== null && (
          <Button type="primary" loading={isSending} onClick={() => choose(main)}>
            {effectOf(main, scene.outcomes, language)}
          </Button>
        )}
        {others.length > 0 && (
          <Dropdown
            trigger={['click']}
            menu={{
              items: others.map((action) => ({
                key: action.href,
                label: effectOf(action, scene.outcomes, language),
                danger: specOf(action.kind)?.danger === true,
              })),
              onClick: ({ key }) => {
                const action = others.find((each) => each.href === key)
                if (action !== undefined) choose(action)
              },
            }}
          >
            <Button>
              {t.more} <DownOutlined />
            </Button>
          </Dropdown>
        )}
      </div>
      {open !== null && spec !== null && (
        <section aria-label={effectOf(open, scene.outcomes, language)}>
          <CommandForm
            key={open.href}
            spec={spec}
            scene={scene}
            effect={effectOf(open, scene.outcomes, language)}
            onSend={(body) => send(open, body)}
            onCancel={() => setOpen(null)}
          />
        </section>
      )}
    </div>
  )
}
