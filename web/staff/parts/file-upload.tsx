import UploadOutlined from '@ant-design/icons/UploadOutlined'
import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Progress } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import { createPressKeys } from '../../http/press-key.ts'
import { Problem } from '../../http/problem.ts'
import { FILE_ENDINGS, sendFile } from '../../http/upload.ts'
import { useLanguage, useTexts } from '../shell/language.tsx'
import { signedOut } from '../shell/signed-out.ts'
import { texts } from './texts.ts'

interface Props {
  readonly number: string
  readonly material: { readonly code: string; readonly name: string }
}

/** A button that uploads a file for a paper of an appeal, as a counter does with what came on paper. */
export function FileUpload({ number, material }: Props): ReactNode {
  const { language } = useLanguage()
  const t = useTexts(texts).files
  const queries = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const keys = useRef(createPressKeys())
  const [part, setPart] = useState<number | null>(null)
  const [said, setSaid] = useState<{ readonly type: 'error' | 'success'; readonly text: string } | null>(null)
  const send = async (file: File): Promise<void> => {
    setPart(0)
    setSaid(null)
    try {
      const key = keys.current.keyFor([file.name, file.size, file.lastModified])
      const path = `/api/appeals/${number}/materials/${material.code}/files`
      await sendFile({ path, file, key, language, onProgress: setPart, onSignedOut: signedOut.ended })
      keys.current.accepted()
      setSaid({ type: 'success', text: t.sent(file.name) })
      await Promise.all(['appeal', 'tasks'].map((thing) => queries.invalidateQueries({ queryKey: [thing] })))
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      setSaid({ type: 'error', text: error.status === 0 ? t.unreachable : error.message })
    } finally {
      setPart(null)
    }
  }
  return (
    <div className="file-upload">
      <input
        ref={input}
        type="file"
        hidden
        accept={FILE_ENDINGS}
        aria-label={t.upload(material.name)}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? []
          if (file !== undefined) void send(file)
          currentTarget.value = ''
        }}
      />
      <Button size="small" icon={<UploadOutlined aria-hidden />} loading={part !== null} onClick={() => input.current?.click()}>
        {t.upload(material.name)}
      </Button>
      {part !== null && <Progress percent={Math.round(part * 100)} size="small" aria-label={t.upload(material.name)} />}
      <div role="status">{said !== null && <Alert type={said.type} showIcon title={said.text} />}</div>
    </div>
  )
}
