import FileOutlined from '@ant-design/icons/FileOutlined'
import type { ReactNode } from 'react'
import type { Language } from '../../../domain/text.ts'
import { sizeWords } from '../../http/file-size.ts'
import type { SentFile } from '../../http/shapes/file.ts'
import { useLanguage, useTexts } from '../shell/language.tsx'
import { texts } from './texts.ts'
import './parts.css'

interface Props {
  readonly files: readonly SentFile[]
  /** What the files are: the name of the paper, for who does not see the page. */
  readonly name: string
}

/** The files of one paper, to be downloaded: name, size, when and by whom. Nothing where there are none. */
export function FileList({ files, name }: Props): ReactNode {
  const { language } = useLanguage()
  const t = useTexts(texts).files
  if (files.length === 0) return null
  return (
    <ul className="file-list" aria-label={t.of(name)}>
      {files.map((file) => (
        <li key={file.id}>
          <FileOutlined aria-hidden />{' '}
          <a href={file.href} download={file.name}>
            {file.name}
          </a>{' '}
          <span className="file-list-facts">
            {sizeWords(file.size)} · {officeTime(file.at, language)} · {file.from === 'expert' ? t.byExpert : (file.by?.name ?? t.byOffice)}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** An instant in the zone of the offices, UTC+8 all the year. */
function officeTime(instant: string, language: Language): string {
  const local = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString()
  const [date = '', time = ''] = [local.slice(0, 10), local.slice(11, 16)]
  return language === 'zh' ? `${date.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日')} ${time}` : `${date} ${time}`
}
