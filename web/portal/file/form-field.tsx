/** @jsxImportSource preact */
import type { InputHTMLAttributes, VNode } from 'preact'
import type { Language } from '../../../domain/text.ts'
import type { ItemField } from '../../http/shapes/item.ts'
import { ErrorOf, Field } from '../parts/field.tsx'
import { texts as portalTexts } from '../parts/texts.ts'
import { texts } from './texts.ts'

interface Props {
  readonly field: ItemField
  readonly language: Language
  readonly value: string
  readonly error: string | undefined
  readonly onChange: (value: string) => void
}

/** More options than this are a list to open. */
const MOST_RADIOS = 5

/** One question of the item's form, by its type. */
export function FormField(props: Props): VNode {
  const { field, language, value, error, onChange } = props
  const t = texts[language]
  const yesNo = portalTexts[language]
  const id = `form.${field.code}`
  const label = <LabelOf field={field} language={language} />
  const hint = field.confidential ? t.confidential : undefined
  switch (field.type) {
    case 'long-text':
      return <Field id={id} label={label} hint={hint} error={error} value={value} onChange={onChange} rows={5} />
    case 'boolean': {
      const options = [
        { code: 'true', label: yesNo.yes },
        { code: 'false', label: yesNo.no },
      ]
      return <Radios {...props} id={id} options={options} />
    }
    case 'choice': {
      const options = (field.options ?? []).map((option) => ({ code: option.code, label: option.label[language] }))
      if (options.length <= MOST_RADIOS) return <Radios {...props} id={id} options={options} />
      return (
        <div class="field">
          <label for={id}>{label}</label>
          <select
            id={id}
            value={value}
            aria-invalid={error !== undefined}
            aria-describedby={`${id}-error`}
            onChange={(event) => onChange(event.currentTarget.value)}
          >
            <option value="">{t.choose}</option>
            {options.map((option) => (
              <option key={option.code} value={option.code}>
                {option.label}
              </option>
            ))}
          </select>
          <ErrorOf id={id} error={error} />
        </div>
      )
    }
    case 'text':
    case 'integer':
    case 'number':
    case 'date':
      return <Field id={id} label={label} hint={hint} error={error} value={value} onChange={onChange} input={INPUTS[field.type]} />
  }
}

const INPUTS: Readonly<Record<'text' | 'integer' | 'number' | 'date', InputHTMLAttributes<HTMLInputElement>>> = {
  text: { type: 'text' },
  integer: { type: 'text', inputMode: 'numeric' },
  number: { type: 'text', inputMode: 'decimal' },
  date: { type: 'date', min: '1900-01-01', max: '2199-12-31' },
}

function LabelOf({ field, language }: Pick<Props, 'field' | 'language'>): VNode {
  const t = texts[language]
  return (
    <>
      {field.label[language]} <span class="tag">{field.required ? t.required : t.optional}</span>
    </>
  )
}

interface RadioProps extends Props {
  readonly id: string
  readonly options: readonly { readonly code: string; readonly label: string }[]
}

function Radios({ id, field, language, value, error, options, onChange }: RadioProps): VNode {
  return (
    <fieldset id={id} tabIndex={-1} aria-describedby={error === undefined ? undefined : `${id}-error`}>
      <legend>
        <LabelOf field={field} language={language} />
      </legend>
      {field.confidential && <p class="quiet">{texts[language].confidential}</p>}
      {options.map((option) => (
        <label key={option.code} class="choice">
          <input type="radio" name={id} value={option.code} checked={value === option.code} onChange={() => onChange(option.code)} />
          {option.label}
        </label>
      ))}
      <ErrorOf id={id} error={error} />
    </fieldset>
  )
}
