import { Checkbox, Input, InputNumber, Radio, Select } from 'antd'
import type { ReactNode } from 'react'
import { useLanguage, useTexts } from '../shell/language.tsx'
import { PersonSelect } from './person-select.tsx'
import { texts } from './texts.ts'
import type { CommandField, CommandScene } from './types.ts'
import { WindowSelect } from './window-select.tsx'

interface FieldInputProps {
  readonly field: CommandField
  readonly scene: CommandScene
  readonly id?: string
  readonly value?: unknown
  readonly onChange?: (value: unknown) => void
}

/** The input of one field of a command; antd's form gives id, value and onChange. */
export function FieldInput({ field, scene, id, value, onChange }: FieldInputProps): ReactNode {
  const { language } = useLanguage()
  const t = useTexts(texts)
  const words = typeof value === 'string' ? value : ''
  const change = (next: unknown): void => onChange?.(next)
  const named = id === undefined ? {} : { id }
  switch (field.kind) {
    case 'words':
      return <Input.TextArea {...named} rows={3} maxLength={4000} value={words} onChange={(e) => change(e.target.value)} />
    case 'line':
      return <Input {...named} maxLength={200} value={words} onChange={(e) => change(e.target.value)} />
    case 'day':
      return <Input {...named} type="date" value={words} onChange={(e) => change(e.target.value)} />
    case 'amount':
    case 'score':
      return (
        <InputNumber
          {...named}
          min={1}
          max={field.kind === 'score' ? 5 : 365}
          value={typeof value === 'number' ? value : null}
          onChange={change}
        />
      )
    case 'yes-no':
      return (
        <Radio.Group
          {...named}
          value={words}
          onChange={(e) => change(e.target.value)}
          options={[
            { value: 'yes', label: t.yes },
            { value: 'no', label: t.no },
          ]}
        />
      )
    case 'choice':
      return (
        <Select
          {...named}
          value={words === '' ? null : words}
          onChange={change}
          placeholder={t.choose}
          options={(field.options ?? []).map((option) => ({ value: option.value, label: option.label[language] }))}
        />
      )
    case 'outcome':
      return (
        <Radio.Group
          {...named}
          className="command-outcomes"
          value={words}
          onChange={(e) => change(e.target.value)}
          options={scene.outcomes.map((outcome) => ({
            value: outcome.code,
            label: `${outcome.name[language]} — ${outcome.leadsTo[language]}`,
          }))}
        />
      )
    case 'window':
      return <WindowSelect {...named} value={words} onChange={change} />
    case 'person':
      return <PersonSelect {...named} value={words} onChange={change} window={scene.window} />
    case 'materials':
      if (scene.materials.length === 0) return <span>{t.noMaterials}</span>
      return (
        <Checkbox.Group
          className="command-outcomes"
          value={Array.isArray(value) ? value : []}
          onChange={change}
          options={scene.materials.map((material) => ({ value: material.code, label: material.name[language] }))}
        />
      )
  }
}
