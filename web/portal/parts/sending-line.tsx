/** @jsxImportSource preact */
import type { VNode } from 'preact'
import type { Language } from '../../../domain/text.ts'
import { texts } from './texts.ts'
import type { Sending, Uploads } from './use-uploads.ts'

interface Props {
  readonly sending: Sending
  readonly uploads: Uploads
  readonly language: Language
  /** The line is gone with its buttons; the focus must go somewhere. */
  readonly onDropped: () => void
}

/** A file on its way, with how far it is; or what was wrong with it, and a way to try again. */
export function SendingLine({ sending, uploads, language, onDropped }: Props): VNode {
  const { upload: t, unreachable } = texts[language]
  const { key, file, part, problem } = sending
  const drop = (): void => {
    uploads.drop(key)
    onDropped()
  }
  if (problem === null) {
    return (
      <li>
        {file.name} <progress max={1} value={part} aria-label={t.progressOf(file.name)} /> {Math.round(part * 100)}%{' '}
        <button type="button" class="link" onClick={drop} aria-label={t.cancelNamed(file.name)}>
          {t.cancel}
        </button>
      </li>
    )
  }
  return (
    <li>
      <p class="bad" role="alert">
        <span aria-hidden="true">⚠ </span>
        {file.name}: {problem.status === 0 ? unreachable : problem.message}
      </p>
      <button type="button" class="link" onClick={() => void uploads.again(key)} aria-label={t.againNamed(file.name)}>
        {t.again}
      </button>{' '}
      <button type="button" class="link" onClick={drop} aria-label={t.cancelNamed(file.name)}>
        {t.cancel}
      </button>
    </li>
  )
}
