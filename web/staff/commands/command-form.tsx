import { Alert, Button, Form, Space } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { fieldErrorsOf } from '../../http/field-errors.ts'
import { Problem } from '../../http/problem.ts'
import { useLanguage, useTexts } from '../shell/language.tsx'
import { bodyOf, shownFields, type Typed } from './body.ts'
import './commands.css'
import { outcomeEffect } from './effect.ts'
import { FieldInput } from './field.tsx'
import { texts } from './texts.ts'
import type { CommandScene, CommandSpec } from './types.ts'

interface Props {
  readonly spec: CommandSpec
  readonly scene: CommandScene
  /** What the button that sends says. */
  readonly effect: string
  /** Sends the body; a Problem it throws is shown at its field or above the form, and what was typed stays. */
  readonly onSend: (body: Record<string, unknown>) => Promise<void>
  readonly onCancel: () => void
  /** Fields of the body in the API's refusals begin so, e.g. `body.` where it is sent inside another. */
  readonly prefix?: string
}

/** The form of any command, made from its line in the table. */
export function CommandForm({ spec, scene, effect, onSend, onCancel, prefix = '' }: Props): ReactNode {
  const { language } = useLanguage()
  const t = useTexts(texts)
  const [form] = Form.useForm<Typed>()
  const typed = Form.useWatch((all: Typed) => all, form) ?? {}
  const [refused, setRefused] = useState<Problem | null>(null)
  const [isSending, setSending] = useState(false)
  const fields = shownFields(spec, typed, scene.outcomes)
  const chosen = scene.outcomes.find((outcome) => outcome.code === typed['outcome'])
  const around = useRef<HTMLDivElement>(null)
  useEffect(() => around.current?.querySelector<HTMLElement>('input, textarea')?.focus(), [])
  const send = async (all: Typed): Promise<void> => {
    setSending(true)
    setRefused(null)
    try {
      await onSend(bodyOf(fields, all))
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      setRefused(error)
      const faults = fieldErrorsOf(error, language)
      form.setFields(fields.map(({ name }) => ({ name, errors: [faults.get(`${prefix}${name}`)].filter((each) => each !== undefined) })))
    } finally {
      setSending(false)
    }
  }
  return (
    <Form form={form} layout="vertical" onFinish={(all) => void send(all)} className="command-form" scrollToFirstError>
      {refused !== null && (
        <Alert
          type={refused.status === 409 ? 'warning' : 'error'}
          showIcon
          role="alert"
          title={refused.status === 0 ? t.unreachable : refused.message}
          {...(refused.status === 409 && { description: t.stale })}
        />
      )}
      <div ref={around}>
        {fields.map((field) => (
          <Form.Item
            key={field.name}
            name={field.name}
            label={field.label[language]}
            extra={field.hint?.[language]}
            rules={field.required ? [{ required: true, message: t.required }] : []}
          >
            <FieldInput field={field} scene={scene} />
          </Form.Item>
        ))}
      </div>
      <Space wrap>
        <Button type="primary" htmlType="submit" loading={isSending} danger={spec.danger === true}>
          {chosen === undefined ? effect : outcomeEffect(chosen, language)}
        </Button>
        <Button onClick={onCancel}>{t.cancel}</Button>
      </Space>
    </Form>
  )
}
