/** @jsxImportSource preact */
import type { ComponentChildren, VNode } from 'preact'
import type { Language } from '../../../domain/text.ts'
import type { ItemMaterial } from '../../http/shapes/item.ts'
import { ErrorOf } from '../parts/field.tsx'
import type { Paper, PaperWay } from './answers.ts'
import { texts } from './texts.ts'

interface Props {
  readonly material: ItemMaterial
  readonly language: Language
  readonly paper: Paper
  readonly error: string | undefined
  readonly onChange: (way: PaperWay) => void
  /** Where files of this paper are uploaded. */
  readonly children?: ComponentChildren
}

/** One paper: handed in now, promised for later where that is allowed, or not at all where it is not needed. */
export function PaperField({ material, language, paper, error, onChange, children }: Props): VNode {
  const t = texts[language]
  const id = `materials.${material.code}`
  const ways: readonly { readonly way: PaperWay; readonly name: string }[] = [
    { way: 'provided', name: t.paperNow },
    ...(material.deferrable ? [{ way: 'promised', name: t.paperLater } as const] : []),
    ...(material.required ? [] : [{ way: 'none', name: t.paperNone } as const]),
  ]
  return (
    <fieldset id={id} tabIndex={-1} class="card" aria-describedby={error === undefined ? undefined : `${id}-error`}>
      <legend>
        {material.name[language]} <span class="tag">{material.required ? t.required : t.optional}</span>
      </legend>
      {ways.map(({ way, name }) => (
        <label key={way} class="choice">
          <input type="radio" name={id} checked={paper.way === way} onChange={() => onChange(way)} />
          {name}
        </label>
      ))}
      {paper.way === 'provided' && (
        <>
          <p class="quiet">{t.paperNowHint}</p>
          {children}
        </>
      )}
      <ErrorOf id={id} error={error} />
    </fieldset>
  )
}
