import CheckCircleOutlined from '@ant-design/icons/CheckCircleOutlined'
import ClockCircleOutlined from '@ant-design/icons/ClockCircleOutlined'
import ExclamationCircleOutlined from '@ant-design/icons/ExclamationCircleOutlined'
import PaperClipOutlined from '@ant-design/icons/PaperClipOutlined'
import { Tag } from 'antd'
import type { ReactNode } from 'react'
import type { MaterialState } from '../../../domain/case/state.ts'
import type { MaterialOf } from '../../http/shapes/appeal.ts'
import { useLanguage, useTexts } from '../shell/language.tsx'
import { sizeWords } from './size-words.ts'
import { texts } from './texts.ts'

const SIGNS: Readonly<Record<MaterialState, ReactNode>> = {
  provided: <CheckCircleOutlined />,
  promised: <ClockCircleOutlined />,
  missing: <ExclamationCircleOutlined />,
}

/** The papers of the item, whether each is there, and its files; each download is written down by the API. */
export function Materials({ materials }: { readonly materials: readonly MaterialOf[] }): ReactNode {
  const t = useTexts(texts)
  const { language } = useLanguage()
  return (
    <ul className="materials">
      {materials.map((material) => (
        <li key={material.code}>
          <Tag icon={SIGNS[material.state]}>{t.materialState[material.state]}</Tag>
          {material.name[language]}
          <span className="quiet">
            {material.required && ` · ${t.required}`}
            {material.deferrable && ` · ${t.deferrable}`}
          </span>
          {(material.files ?? []).map((file) => (
            <div key={file.id}>
              <a href={`/api/files/${file.id}`} download aria-label={t.download(file.name)}>
                <PaperClipOutlined /> {file.name}
              </a>{' '}
              <span className="quiet">{sizeWords(file.size)}</span>
            </div>
          ))}
        </li>
      ))}
    </ul>
  )
}
