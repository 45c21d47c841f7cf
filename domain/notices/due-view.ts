import type { Language } from '../text.ts'
import { amountText, isUnit } from './amounts.ts'
import { dueDateText } from './dates.ts'
import { COLOUR_LABELS, DUE_LABELS, DUE_WORDS } from './labels.ts'
import type { NoticeDue } from './notice.ts'
import type { DueView } from './view-shape.ts'

/** One limit of a notice as a mail shows it, in the reader's language. */
export function dueView(due: NoticeDue, language: Language): DueView {
  const state = due.state ?? (due.at === null ? 'paused' : 'running')
  const { remaining } = due
  const stopped = state === 'stopped'
  const isCounted = state !== 'awaiting-acceptance'
  return {
    label: DUE_LABELS[due.clock][language],
    date: dateOf(due, state, language),
    running: due.at !== null && !stopped,
    stopped,
    awaiting: !isCounted,
    remaining: stopped ? null : amount(remaining, language),
    overdue: due.at !== null && !stopped && remaining !== null && remaining.amount <= 0,
    overdueBy: amount(due.overdueBy ?? null, language),
    colour: isCounted ? COLOUR_LABELS[due.colour][language] : null,
    yellow: due.colour === 'yellow',
    red: due.colour === 'red',
  }
}

/** A date that rests on holidays not yet announced. */
export function provisionalDate(date: string, language: Language): string {
  return language === 'zh' ? `${date}（${DUE_WORDS.provisional.zh}）` : `${date} (${DUE_WORDS.provisional.en})`
}

/** What stands beside the date: what is left or how much it is overdue, and the colour, in brackets. */
export function besideDate(due: DueView, language: Language): string {
  const parts = [spentWords(due, language), due.colour].filter((part) => part !== null)
  if (parts.length === 0) return ''
  return language === 'zh' ? `（${parts.join('，')}）` : ` (${parts.join(', ')})`
}

function spentWords(due: DueView, language: Language): string | null {
  const zh = language === 'zh'
  if (due.stopped) {
    if (due.overdueBy === null) return (due.red ? DUE_WORDS.ranOut : DUE_WORDS.inTime)[language]
    return zh ? `${DUE_WORDS.lateBy.zh} ${due.overdueBy}` : `${DUE_WORDS.lateBy.en} ${due.overdueBy}`
  }
  if (due.overdue) {
    if (due.overdueBy === null) return DUE_WORDS.overdue[language]
    return zh ? `${DUE_WORDS.overdue.zh} ${due.overdueBy}` : `${DUE_WORDS.overdue.en} by ${due.overdueBy}`
  }
  if (due.remaining === null) return null
  if (due.awaiting) return zh ? `共 ${due.remaining}` : due.remaining
  return zh ? `${DUE_WORDS.remaining.zh} ${due.remaining}` : `${due.remaining} ${DUE_WORDS.remaining.en}`
}

function dateOf(due: NoticeDue, state: NonNullable<NoticeDue['state']>, language: Language): string {
  if (due.at !== null) {
    const date = dueDateText(due.at, language)
    return due.provisional ? provisionalDate(date, language) : date
  }
  if (state === 'awaiting-acceptance') return DUE_WORDS.fromAcceptance[language]
  if (state === 'stopped') return DUE_WORDS.stopped[language]
  if (due.why == null) return DUE_WORDS.pausedDate[language]
  return language === 'zh'
    ? `已中止计时（${due.why.zh}），恢复后另行告知`
    : `paused (${due.why.en}); the date follows when the clock runs again`
}

function amount(of: NoticeDue['remaining'], language: Language): string | null {
  return of !== null && of.amount > 0 && isUnit(of.unit) ? amountText(of.amount, of.unit, language) : null
}
