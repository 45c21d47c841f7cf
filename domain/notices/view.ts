import type { Language, Text } from '../text.ts'
import { dueDateText } from './dates.ts'
import { dueView, provisionalDate } from './due-view.ts'
import { CARD_LABELS, DUE_LABELS, DUE_WORDS } from './labels.ts'
import type { SignInParams } from './mail-kind.ts'
import type { NoticeParams } from './notice.ts'
import { emptyView, VIEW_DUES, type MailView } from './view-shape.ts'

/** What a mail needs besides the notice's own params. */
export interface ViewContext {
  readonly language: Language
  /** Address of the pages, without a slash at its end. */
  readonly publicUrl: string
  /** Readable name of params.window. */
  readonly windowName: Text | null
  /** Free text named by params.textId. */
  readonly text: string | null
  /** Free text named by params.officeInChargeTextId. */
  readonly officeInCharge: string | null
}

/** The values a template may use, in one language; every value of one line stays on one line. */
export function noticeView(params: NoticeParams, context: ViewContext): MailView {
  const { language } = context
  const text = (value: Text | null): string | null => (value === null ? null : oneLine(value[language]))
  const dues = params.dues.map((due) => dueView(due, language))
  const due = { ...emptyView().due }
  params.dues.forEach((entry, index) => {
    due[VIEW_DUES[entry.clock]] = dues[index] ?? null
  })
  return {
    ...emptyView(),
    number: oneLine(params.number),
    link: `${context.publicUrl}/appeals/${encodeURIComponent(params.number)}`,
    item: text(params.item),
    stage: text(params.stage),
    window: text(context.windowName) ?? (params.window === null ? null : oneLine(params.window)),
    status: text(params.status),
    dues,
    due,
    moved: movedView(params, language),
    materials: params.materials.map((material) => oneLine(material[language])),
    outcome: text(params.outcome),
    officeInCharge: params.officeInChargeTextId === null || context.officeInCharge === null ? null : oneLine(context.officeInCharge),
    rung: rungView(params, language),
    reason: text(params.reason),
    until: params.until === undefined ? null : dueDateText(params.until, language),
    since: params.since === undefined ? null : dueDateText(params.since, language),
    consequence: params.consequence === undefined ? null : oneLine(params.consequence[language]),
    said: params.textId === null || context.text === null ? null : manyLines(context.text),
  }
}

/** The values of a sign-in code's mail; its link is the page where the code is typed in, and carries no code. */
export function signInView(params: SignInParams, publicUrl: string): MailView {
  return { ...emptyView(), link: `${publicUrl}/sign-in`, code: oneLine(params.code), minutes: String(params.minutes) }
}

function movedView(params: NoticeParams, language: Language): MailView['moved'] {
  const { moved } = params
  if (moved === null) return null
  const now = params.dues.find((due) => due.clock === moved.clock)
  const isPaused = moved.to === null && now !== undefined && now.at === null
  const isProvisional = moved.to !== null && now?.at === moved.to && now.provisional
  const to = moved.to === null ? null : dueDateText(moved.to, language)
  return {
    label: DUE_LABELS[moved.clock][language],
    from: moved.from === null ? null : dueDateText(moved.from, language),
    to: isPaused ? DUE_WORDS.pausedDate[language] : to !== null && isProvisional ? provisionalDate(to, language) : to,
    why: oneLine(moved.why[language]),
  }
}

function rungView(params: NoticeParams, language: Language): MailView['rung'] {
  const { rung } = params
  if (rung === null) return null
  return {
    code: oneLine(rung.code),
    clock: oneLine(rung.clock[language]),
    card: rung.colour === null ? null : CARD_LABELS[rung.colour][language],
  }
}

/** C0 and C1 controls, line and paragraph separators, and characters that turn or hide text. */
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g
const INVISIBLE_BUT_NEWLINE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/g

/** One line without control characters or characters that turn the direction of writing. */
export function oneLine(value: string): string {
  return value.replace(INVISIBLE, ' ').replace(/ {2,}/g, ' ').trim()
}

/** Longest free text that a mail carries, in UTF-16 units; the whole stands behind the link. */
const MAX_SAID = 20_000

function manyLines(value: string): string {
  const clean = value
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(INVISIBLE_BUT_NEWLINE, ' ')
    .trim()
    .replace(/\n{3,}/g, '\n\n')
  return clean.length > MAX_SAID ? `${clean.slice(0, MAX_SAID)}…` : clean
}
