/** @jsxImportSource preact */
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { Confirm } from '../parts/confirm.tsx'
import { Field } from '../parts/field.tsx'
import { Said } from '../parts/said.tsx'
import { useKept } from '../parts/use-kept.ts'
import { usePress } from '../parts/use-press.ts'
import type { FormProps } from './form-props.ts'
import { texts } from './texts.ts'

type Act = 'urge' | 'withdraw'

/** Urging and withdrawing, each asked once more. */
export function MoreActs({ appeal, language, onDone }: Omit<FormProps, 'href'>): VNode | null {
  const t = texts[language]
  const acts = (
    [
      ['UrgeAppeal', 'urge'],
      ['WithdrawAppeal', 'withdraw'],
    ] as const
  ).flatMap(([kind, act]) => {
    const href = appeal.actions.find((action) => action.kind === kind)?.href
    return href === undefined ? [] : [{ act, href }]
  })
  const [open, setOpen] = useState<Act | null>(null)
  if (acts.length === 0) return null
  return (
    <section class="card" aria-labelledby="more">
      <h2 id="more">{t.more}</h2>
      <p class="row">
        {acts.map(({ act }) => (
          <button key={act} type="button" class="plain" onClick={() => setOpen(act)}>
            {t[act]}
          </button>
        ))}
      </p>
      {acts.map(
        ({ act, href }) =>
          open === act && (
            <ActDialog key={act} act={act} appeal={appeal} href={href} language={language} onDone={onDone} onClose={() => setOpen(null)} />
          ),
      )}
    </section>
  )
}

function ActDialog({
  act,
  appeal,
  href,
  language,
  onDone,
  onClose,
}: FormProps & { readonly act: Act; readonly onClose: () => void }): VNode {
  const t = texts[language]
  const [text, setText] = useKept(`${appeal.number}.${act}`)
  const press = usePress<unknown>({
    language,
    path: href,
    onDone: async () => {
      setText('')
      onClose()
      await onDone()
    },
  })
  const name = act === 'urge' ? 'note' : 'reason'
  return (
    <Confirm
      question={t[`${act}Question`]}
      yes={t[`${act}Yes`]}
      no={t.no}
      isSending={press.isSending}
      onYes={() => void press.send(text.trim() === '' ? {} : { [name]: text })}
      onNo={onClose}
    >
      <Field id={`${act}-text`} label={act === 'urge' ? t.note : t.reason} rows={3} value={text} onChange={setText} />
      <Said sentence={press.sentence} />
    </Confirm>
  )
}
