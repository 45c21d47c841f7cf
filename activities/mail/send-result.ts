/** What became of one try. `error` holds the server's words or the fault, for the row and the log. */
export type SendResult =
  | { readonly kind: 'accepted'; readonly answer: string }
  /** The server asks to try later (4xx). */
  | { readonly kind: 'later'; readonly error: string }
  /** No server, or it broke off before the whole message was written: it has nothing of this mail. */
  | { readonly kind: 'no-connection'; readonly error: string }
  /** The server refuses this mail for good (5xx). */
  | { readonly kind: 'refused'; readonly error: string }
  /** It broke off after the whole message was written: it may have this mail or not. */
  | { readonly kind: 'uncertain'; readonly error: string }

/** Answers that say nothing about the mail: the server closes, or refuses our own sign-in. */
const ABOUT_THE_SERVER = new Set([421, 530, 534, 535, 538])
/** Errors of nodemailer that are about this one mail. */
const ABOUT_THE_MAIL = new Set(['EENVELOPE', 'EMESSAGE'])

/**
 * Tells what an error of a try means. `isWritten`: the whole message had left for the server, so that
 * the server's answer to the final dot was all that was missing.
 */
export function judge(error: unknown, isWritten: boolean): SendResult {
  const text = (error instanceof Error ? error.message : String(error)).slice(0, 500)
  const responseCode = numberOf(error, 'responseCode')
  const isAboutTheMail = ABOUT_THE_MAIL.has(stringOf(error, 'code'))
  if (isAboutTheMail && responseCode === null && !isWritten) return { kind: 'refused', error: text }
  if (responseCode !== null && isAboutTheMail && !ABOUT_THE_SERVER.has(responseCode)) {
    return responseCode >= 500 ? { kind: 'refused', error: text } : { kind: 'later', error: text }
  }
  return isWritten && responseCode === null ? { kind: 'uncertain', error: text } : { kind: 'no-connection', error: text }
}

function numberOf(error: unknown, key: string): number | null {
  const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, key) : null
  return typeof value === 'number' ? value : null
}

function stringOf(error: unknown, key: string): string {
  const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, key) : null
  return typeof value === 'string' ? value : ''
}
