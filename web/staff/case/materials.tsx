import CheckCircleOutlined from '@ant-design/icons/CheckCircleOutlined'
import ClockCircleOutlined from '@ant-design/icons/ClockCircleOutlined'
import ExclamationCircleOutlined from '@ant-design/icons/ExclamationCircleOutlined'
import { Tag } from 'antd'
import type { ReactNode } from 'react'
import type { MaterialState } from '../../../domain/case/state.ts'
import type { CaseDetail } from '../../http/shapes/case.ts'
import { FileList } from '../parts/file-list.tsx'
import { FileUpload } from '../parts/file-upload.tsx'
import { useLanguage, useTexts } from '../shell/language.tsx'
import { texts } from './texts.ts'

const SIGNS: Readonly<Record<MaterialState, ReactNode>> = {
  provided: <CheckCircleOutlined />,
  promised: <ClockCircleOutlined />,
  missing: <ExclamationCircleOutlined />,
}

/** The papers of the item, whether each is there, and its files; who may supplement them may upload more. The API writes down each download. */
export function Materials({ detail }: { readonly detail: CaseDetail }): ReactNode {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const mayUpload = detail.actions.some(({ kind }) => kind === 'SupplementAppeal')
  return (
    <ul className="materials">
      {detail.materials.map((material) => (
        <li key={material.code}>
          <Tag icon={SIGNS[material.state]}>{t.materialState[material.state]}</Tag>
          {material.name[language]}
          <span className="quiet">
            {material.required && ` · ${t.required}`}
            {material.deferrable && ` · ${t.deferrable}`}
          </span>
          <FileList files={material.files} name={material.name[language]} />
          {mayUpload && (
            <div className="no-print">
              <FileUpload number={detail.number} material={{ code: material.code, name: material.name[language] }} />
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}
