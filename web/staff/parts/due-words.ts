import { amountWords } from '../../../domain/clocks/date-words.ts'
import type { Amount } from '../../../domain/clocks/types.ts'
import type { Language } from '../../../domain/text.ts'
import type { StaffDue, StaffDues } from '../../http/shapes/task.ts'

/** How a badge looks; words and a sign say the same as the colour. */
export type DueTone = 'overdue' | 'today' | 'near' | 'calm' | 'paused' | 'waiting' | 'none'

export interface DueWords {
  readonly tone: DueTone
  readonly text: string
}

const HOUR_MS = 3_600_000
/** The offices' zone is UTC+8 all year. */
const ZONE_MS = 8 * HOUR_MS

/**
 * The limits of a task or an appeal in one short phrase: what is overdue goes first, then the task's own
 * pause, then what comes due next. `now`: the office's time in epoch milliseconds.
 */
export function dueWords({ stage, promised, legal }: StaffDues, now: number, language: Language): DueWords {
  const zh = language === 'zh'
  const limits = [stage, promised, legal].filter((due) => due !== null)
  const dated = limits.filter((due) => due.dueAt !== null && (due.state === 'running' || due.state === 'expired')).sort(byDue)
  const late = dated.find((due) => due.state === 'expired')
  if (late !== undefined) return { tone: 'overdue', text: lateWords(late.overdueBy, language) }
  const paused = stage?.state === 'paused' ? stage : dated.length === 0 ? limits.find((due) => due.state === 'paused') : undefined
  if (paused !== undefined) {
    const why = paused.pause?.reasonText[language]
    if (why === undefined) return { tone: 'paused', text: zh ? '已暂停' : 'Paused' }
    return { tone: 'paused', text: zh ? `已暂停：${why}` : `Paused: ${why}` }
  }
  const next = dated[0]
  if (next !== undefined) return upcoming(next, now, language)
  if (limits.some((due) => due.state === 'awaiting-acceptance'))
    return { tone: 'waiting', text: zh ? '受理后计时' : 'Counts from acceptance' }
  return { tone: 'none', text: zh ? '无期限' : 'No limit' }
}

function upcoming(due: StaffDue, now: number, language: Language): DueWords {
  const zh = language === 'zh'
  const at = Date.parse(due.dueAt ?? '')
  const tone = due.colour === 'yellow' ? 'near' : 'calm'
  if (localDay(at - 1) === localDay(now)) return { tone: 'today', text: zh ? `今天 ${clockTime(at)} 到期` : `Due today ${clockTime(at)}` }
  if (due.remaining === null) return { tone, text: zh ? `${dayWords(at)} 到期` : `Due ${dayWords(at)}` }
  return { tone, text: leftWords(due.remaining, language) }
}

/** Whole days only: a fraction of a working day says nothing to anybody. */
function leftWords({ amount, unit }: Amount, language: Language): string {
  const zh = language === 'zh'
  const whole = unit === 'working-days' || unit === 'calendar-days'
  if (whole && amount < 1) return zh ? `不足 ${spaced(1, unit, language)}` : `Less than ${spaced(1, unit, language)} left`
  const told = spaced(whole ? Math.floor(amount) : amount, unit, language)
  return zh ? `剩 ${told}` : `${told} left`
}

function lateWords(by: Amount | null, language: Language): string {
  const zh = language === 'zh'
  if (by === null) return zh ? '已到期' : 'Due now'
  return zh ? `逾期 ${spaced(by.amount, by.unit, language)}` : `Overdue by ${spaced(by.amount, by.unit, language)}`
}

/** '2 个工作日' as a badge writes it, with a space after the figure. */
function spaced(amount: number, unit: Amount['unit'], language: Language): string {
  return amountWords(amount, unit, language).replace(/^([\d.]+)(?=[^\d.\s])/, '$1 ')
}

function byDue(a: StaffDue, b: StaffDue): number {
  return Date.parse(a.dueAt ?? '') - Date.parse(b.dueAt ?? '')
}

function localDay(at: number): number {
  return Math.floor((at + ZONE_MS) / (24 * HOUR_MS))
}

/** '17:30' in the office; midnight ends the day before and reads 24:00. */
export function clockTime(at: number): string {
  const time = new Date(at + ZONE_MS).toISOString().slice(11, 16)
  return time === '00:00' ? '24:00' : time
}

/** '3-05' of the office. */
function dayWords(at: number): string {
  return new Date(at + ZONE_MS - 1).toISOString().slice(5, 10)
}

/** '2026-03-05 10:00' of the office. */
export function momentWords(iso: string): string {
  return new Date(Date.parse(iso) + ZONE_MS).toISOString().slice(0, 16).replace('T', ' ')
}
