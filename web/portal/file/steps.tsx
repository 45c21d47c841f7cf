/** @jsxImportSource preact */
import type { VNode } from 'preact'
import type { Language } from '../../../domain/text.ts'
import type { Item } from '../../http/shapes/item.ts'
import { type Answers, type Paper, paperOf } from './answers.ts'
import type { Errors } from './check.ts'
import { UploadField } from '../parts/upload-field.tsx'
import { FormField } from './form-field.tsx'
import { PaperField } from './paper-field.tsx'

interface Props {
  readonly item: Item
  readonly answers: Answers
  readonly errors: Errors
  readonly language: Language
  readonly onChange: (change: (before: Answers) => Answers) => void
}

/** The questions of the item. */
export function FormStep({ item, answers, errors, language, onChange }: Props): VNode {
  const change = (code: string, value: string): void => onChange((before) => ({ ...before, form: { ...before.form, [code]: value } }))
  return (
    <div class="card">
      {item.form.map((field) => (
        <FormField
          key={field.code}
          field={field}
          language={language}
          value={answers.form[field.code] ?? ''}
          error={errors.get(`form.${field.code}`)}
          onChange={(value) => change(field.code, value)}
        />
      ))}
    </div>
  )
}

/** The papers of the item. */
export function PapersStep({ item, answers, errors, language, onChange }: Props): VNode {
  const change = (code: string, next: (paper: Paper) => Paper): void =>
    onChange((before) => ({ ...before, papers: { ...before.papers, [code]: next(paperOf(before, code)) } }))
  return (
    <>
      {item.materials.map((material) => (
        <PaperField
          key={material.code}
          material={material}
          language={language}
          paper={paperOf(answers, material.code)}
          error={errors.get(`materials.${material.code}`)}
          onChange={(way) => change(material.code, (paper) => ({ ...paper, way }))}
        >
          <UploadField
            id={`files.${material.code}`}
            language={language}
            name={material.name[language]}
            path="/api/uploads"
            files={paperOf(answers, material.code).files}
            onChange={(next) => change(material.code, (paper) => ({ ...paper, files: next(paper.files) }))}
            isRemovable
          />
        </PaperField>
      ))}
    </>
  )
}
