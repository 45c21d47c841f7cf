/** @jsxImportSource preact */
import type { ComponentChildren, InputHTMLAttributes, VNode } from 'preact'

interface Props {
  readonly id: string
  readonly label: ComponentChildren
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly value: string
  readonly onChange: (value: string) => void
  /** A text of several lines. */
  readonly rows?: number
  readonly input?: InputHTMLAttributes<HTMLInputElement>
}

/** One field with its label, what it is for, and what is wrong with it. */
export function Field({ id, label, hint, error, value, onChange, rows, input }: Props): VNode {
  const told = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].filter((each) => each !== '').join(' ')
  const both = { id, name: id, value, 'aria-invalid': error !== undefined, ...(told !== '' && { 'aria-describedby': told }) }
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint !== undefined && (
        <p class="quiet" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {rows === undefined ? (
        <input {...input} {...both} onInput={(event) => onChange(event.currentTarget.value)} />
      ) : (
        <textarea {...both} rows={rows} maxLength={4000} onInput={(event) => onChange(event.currentTarget.value)} />
      )}
      <ErrorOf id={id} error={error} />
    </div>
  )
}

/** What is wrong with a field, below it. */
export function ErrorOf({ id, error }: { readonly id: string; readonly error: string | undefined }): VNode | null {
  if (error === undefined) return null
  return (
    <p class="bad" id={`${id}-error`}>
      <span aria-hidden="true">⚠ </span>
      {error}
    </p>
  )
}
