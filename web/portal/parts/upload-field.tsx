/** @jsxImportSource preact */
import type { VNode } from 'preact'
import { useRef } from 'preact/hooks'
import type { Language } from '../../../domain/text.ts'
import { sizeWords } from '../../http/file-size.ts'
import type { FileRef } from '../../http/shapes/appeal.ts'
import { FILE_ENDINGS } from '../../http/upload.ts'
import { client } from '../client.ts'
import { SendingLine } from './sending-line.tsx'
import { texts } from './texts.ts'
import { useUploads } from './use-uploads.ts'

interface Props {
  /** Of the input; unique on the page. */
  readonly id: string
  readonly language: Language
  /** What the files are: the name of the paper. */
  readonly name: string
  /** `/api/uploads` before filing, `/api/appeals/:number/materials/:code/files` afterwards. */
  readonly path: string
  readonly files: readonly FileRef[]
  /** Told the files as they are then; takes a function of those before, since two may arrive in one breath. */
  readonly onChange: (next: (files: readonly FileRef[]) => readonly FileRef[]) => void
  /** Files before filing may be taken back; those of an appeal stay. */
  readonly isRemovable?: boolean
}

/** The files of one paper: chosen or photographed, each with how far it is, what was wrong with it, and a way to try again. */
export function UploadField({ id, language, name, path, files, onChange, isRemovable = false }: Props): VNode {
  const t = texts[language].upload
  const input = useRef<HTMLInputElement>(null)
  const uploads = useUploads({ path, language, onSent: (file) => onChange((all) => [...all.filter((each) => each.id !== file.id), file]) })
  const remove = (file: FileRef): void => {
    onChange((all) => all.filter((each) => each.id !== file.id))
    input.current?.focus()
    // Gone from the list is what counts for the person; what stays behind is given up after seven days.
    void client(language)
      .ask('DELETE', `/api/uploads/${file.id}`)
      .catch(() => {})
  }
  return (
    <div class="field">
      <label for={id}>{t.choose(name)}</label>
      <p class="quiet" id={`${id}-hint`}>
        {t.hint}
      </p>
      <input
        ref={input}
        id={id}
        type="file"
        multiple
        accept={FILE_ENDINGS}
        aria-describedby={`${id}-hint`}
        onChange={({ currentTarget }) => {
          void uploads.send([...(currentTarget.files ?? [])])
          currentTarget.value = ''
        }}
      />
      <ul class="plain-list">
        {files.map((file) => (
          <li key={file.id}>
            <span aria-hidden="true">✓ </span>
            <a href={`/api/files/${file.id}`}>{file.name}</a> <span class="quiet">{sizeWords(file.size)}</span>{' '}
            {isRemovable && (
              <button type="button" class="link" onClick={() => remove(file)} aria-label={t.removeNamed(file.name)}>
                {t.remove}
              </button>
            )}
          </li>
        ))}
        {uploads.sending.map((each) => (
          <SendingLine key={each.key} sending={each} uploads={uploads} language={language} onDropped={() => input.current?.focus()} />
        ))}
      </ul>
      <p class="unseen" role="status">
        {uploads.sending.some((each) => each.problem === null) ? t.busy : files.length > 0 ? t.count(files.length) : ''}
      </p>
    </div>
  )
}
