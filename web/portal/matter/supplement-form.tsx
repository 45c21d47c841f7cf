/** @jsxImportSource preact */
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { ErrorOf, Field } from '../parts/field.tsx'
import { Said } from '../parts/said.tsx'
import { UploadField } from '../parts/upload-field.tsx'
import { useKept } from '../parts/use-kept.ts'
import { usePress } from '../parts/use-press.ts'
import type { FileRef } from '../../http/shapes/appeal.ts'
import type { FormProps } from './form-props.ts'
import { texts } from './texts.ts'

/** Papers that are still owed, to be handed in. */
export function SupplementForm({ appeal, href, language, onDone }: FormProps): VNode {
  const t = texts[language]
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [sent, setSent] = useState<ReadonlyMap<string, readonly FileRef[]>>(new Map())
  const [note, setNote] = useKept(`${appeal.number}.supplement`)
  const [isMissing, setMissing] = useState(false)
  const press = usePress<unknown>({
    language,
    path: href,
    onDone: async () => {
      setNote('')
      setChosen(new Set())
      setSent(new Map())
      await onDone()
    },
  })
  const { wantedMaterials } = appeal.pending
  const isWanted = (code: string): boolean => wantedMaterials.includes(code)
  const owed = appeal.materials
    .filter((material) => material.state !== 'provided')
    .sort((a, b) => Number(isWanted(b.code)) - Number(isWanted(a.code)))
  const toggle = (code: string, isOn: boolean): void => {
    const next = new Set(chosen)
    if (isOn) next.add(code)
    else next.delete(code)
    setChosen(next)
  }
  const send = (event: SubmitEvent): void => {
    event.preventDefault()
    const none = chosen.size === 0 && owed.length > 0
    setMissing(none)
    if (none) document.getElementById('papers-owed')?.focus()
    else void press.send({ materials: [...chosen], ...(note.trim() !== '' && { note }) })
  }
  return (
    <form onSubmit={send} noValidate>
      <h3>{t.supplementTitle}</h3>
      <p class="quiet">{t.supplementHint}</p>
      <fieldset id="papers-owed" tabIndex={-1} aria-describedby={isMissing ? 'papers-owed-error' : undefined}>
        <legend class="unseen">{t.papers}</legend>
        {owed.map((material) => (
          <div key={material.code}>
            <label class="choice">
              <input
                type="checkbox"
                checked={chosen.has(material.code)}
                onChange={(event) => toggle(material.code, event.currentTarget.checked)}
              />
              {material.name[language]} {isWanted(material.code) && <span class="tag">{t.wanted}</span>}
            </label>
            {chosen.has(material.code) && (
              <UploadField
                id={`files.${material.code}`}
                language={language}
                name={material.name[language]}
                path={`/api/appeals/${appeal.number}/materials/${material.code}/files`}
                files={sent.get(material.code) ?? material.files ?? []}
                onChange={(next) =>
                  setSent((before) => new Map(before).set(material.code, next(before.get(material.code) ?? material.files ?? [])))
                }
              />
            )}
          </div>
        ))}
        <ErrorOf id="papers-owed" error={isMissing ? t.choosePaper : undefined} />
      </fieldset>
      <Field id="supplement-note" label={t.note} rows={2} value={note} onChange={setNote} />
      <Said sentence={press.sentence} />
      <button type="submit" disabled={press.isSending}>
        {t.sendPapers}
      </button>
    </form>
  )
}
