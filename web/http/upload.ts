import type { Language } from '../../domain/text.ts'
import { Problem } from './problem.ts'

/** Names of files that may be chosen; what a file is, the API sees from its bytes. */
export const FILE_ENDINGS = '.pdf,.jpg,.jpeg,.png,.heic,.heif,.docx,.xlsx'

export interface Upload {
  /** Where it is sent: /api/uploads, or the files of a material. */
  readonly path: string
  readonly file: File
  /** Idempotency-Key: the same for every try of one file. */
  readonly key: string
  readonly language: Language
  /** From 0 to 1, as the bytes leave. */
  readonly onProgress?: (part: number) => void
  readonly signal?: AbortSignal
  readonly onSignedOut?: () => void
}

/**
 * Sends one file and answers what the API says of it. By XMLHttpRequest, since fetch does not tell how far it is.
 * Throws a Problem for a refusal and where nothing answers; an AbortError where it was given up.
 */
export function sendFile<T>({ path, file, key, language, onProgress, signal, onSignedOut }: Upload): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const giveUp = (): void => request.abort()
    request.open('POST', path)
    request.setRequestHeader('Accept', 'application/json')
    request.setRequestHeader('Accept-Language', language)
    request.setRequestHeader('Idempotency-Key', key)
    request.setRequestHeader('X-Hongyan', '1')
    request.upload.onprogress = ({ lengthComputable, loaded, total }) => {
      if (lengthComputable && total > 0) onProgress?.(loaded / total)
    }
    request.onload = () => {
      const body = parsed(request.responseText)
      if (request.status >= 200 && request.status < 300) return resolve(body as T)
      if (request.status === 401) onSignedOut?.()
      reject(new Problem(request.status, body))
    }
    request.onerror = () => reject(new Problem(0, { code: 'unreachable' }))
    request.onabort = () => reject(new DOMException('the upload was given up', 'AbortError'))
    request.onloadend = () => signal?.removeEventListener('abort', giveUp)
    if (signal?.aborted) return reject(new DOMException('the upload was given up', 'AbortError'))
    signal?.addEventListener('abort', giveUp)
    const form = new FormData()
    form.append('file', file, file.name)
    request.send(form)
  })
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
