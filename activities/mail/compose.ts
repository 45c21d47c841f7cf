import { isMailKind, SIGN_IN_CODE, type SignInParams } from '../../domain/notices/mail-kind.ts'
import type { NoticeParams } from '../../domain/notices/notice.ts'
import { noticeView, signInView } from '../../domain/notices/view.ts'
import type { MailView } from '../../domain/notices/view-shape.ts'
import { mailAddress, type MailAddress } from './address.ts'
import { messageIdOf, threadIdOf } from './message-id.ts'
import type { OutboxRow } from './outbox-port.ts'
import type { RenderMail } from './render.ts'

/** One mail to one recipient, ready for the mailer. */
export interface MailMessage {
  readonly messageId: string
  readonly from: MailAddress
  readonly to: MailAddress
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly inReplyTo: string | null
  readonly headers: Readonly<Record<string, string>>
}

export type Composed =
  | { readonly kind: 'mail'; readonly message: MailMessage }
  /** The row can never be sent; `error` is for the row and the log, without the address. */
  | { readonly kind: 'unsendable'; readonly error: string }

export interface ComposeDeps {
  readonly render: RenderMail
  readonly from: MailAddress
  /** Right-hand side of every Message-ID. */
  readonly mailDomain: string
  /** Address of the pages, without a slash at its end. */
  readonly publicUrl: string
}

/** The mail of one outbox row, in the reader's language. Pure: the same row always gives the same mail. */
export function composeMail(row: OutboxRow, deps: ComposeDeps): Composed {
  const { person } = row
  if (person === null) return { kind: 'unsendable', error: `recipient ${row.recipientKind} ${row.recipientId} has no address` }
  const to = mailAddress(person.name, person.address)
  if (to === null) return { kind: 'unsendable', error: `address of ${row.recipientKind} ${row.recipientId} is not valid` }
  if (!isMailKind(row.kind)) return { kind: 'unsendable', error: `unknown kind ${row.kind}` }
  const view = viewOf(row, person.language, deps)
  if (view === null) return { kind: 'unsendable', error: `params of ${row.kind} are not what this kind needs` }
  const words = deps.render(row.kind, person.language, view)
  return {
    kind: 'mail',
    message: {
      messageId: messageIdOf(row, deps.mailDomain),
      from: deps.from,
      to,
      ...words,
      inReplyTo: row.caseId === null ? null : threadIdOf(row.caseId, deps.mailDomain),
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', 'Content-Language': person.language },
    },
  }
}

function viewOf(row: OutboxRow, language: 'zh' | 'en', deps: ComposeDeps): MailView | null {
  if (row.kind === SIGN_IN_CODE) return isSignInParams(row.params) ? signInView(row.params, deps.publicUrl) : null
  if (!isNoticeParams(row.params)) return null
  return noticeView(row.params, {
    language,
    publicUrl: deps.publicUrl,
    windowName: row.windowName,
    text: row.text,
    officeInCharge: row.officeInCharge,
  })
}

export function isSignInParams(params: unknown): params is SignInParams {
  return (
    typeof params === 'object' &&
    params !== null &&
    'code' in params &&
    typeof params.code === 'string' &&
    'minutes' in params &&
    typeof params.minutes === 'number'
  )
}

/** Rows are written by `record` from typed notices; this guards against a row of another release. */
function isNoticeParams(params: unknown): params is NoticeParams {
  return (
    typeof params === 'object' &&
    params !== null &&
    'number' in params &&
    typeof params.number === 'string' &&
    'dues' in params &&
    Array.isArray(params.dues) &&
    'materials' in params &&
    Array.isArray(params.materials)
  )
}
