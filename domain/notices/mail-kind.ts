import { EXPERT_NOTICES, NOTICE_KINDS, type NoticeKind } from './notice.ts'

/** A mail that belongs to no appeal: the single-use code an expert signs in with. */
export const SIGN_IN_CODE = 'sign-in-code'

/** Every kind of mail; each has one template in each language. */
export const MAIL_KINDS = [...NOTICE_KINDS, SIGN_IN_CODE] as const
export type MailKind = (typeof MAIL_KINDS)[number]

export function isMailKind(kind: string): kind is MailKind {
  return MAIL_KINDS.some((known) => known === kind)
}

/** True for mails about an appeal that experts read; the others greet a colleague. */
export function isForExpert(kind: MailKind): boolean {
  return kind === SIGN_IN_CODE || EXPERT_NOTICES.some((known) => known === kind)
}

/** What a sign-in code's row holds; the code is good for so many minutes of real time. */
export interface SignInParams {
  readonly code: string
  readonly minutes: number
}

export function isNoticeKind(kind: MailKind): kind is NoticeKind {
  return kind !== SIGN_IN_CODE
}
