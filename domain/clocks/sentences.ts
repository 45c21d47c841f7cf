import { assertNever } from '../assert-never.ts'
import type { Language } from '../text.ts'
import { amountWords, dateWords, exactWords, momentWords, spanWords } from './date-words.ts'
import { pauseReasonWords } from './pause-reasons.ts'
import { type CountedLine, isTime, sumOf } from './sum-words.ts'
import type { DayOff, PauseRef, TraceLine } from './trace-line.ts'
import { zhSentence } from './sentences-zh.ts'

/** One line of a trace as a sentence that staff and experts read. */
export function sentence(line: TraceLine, language: Language): string {
  return language === 'zh' ? zhSentence(line) : enSentence(line)
}

/** A whole trace as sentences, in its order. */
export function sentences(trace: readonly TraceLine[], language: Language): readonly string[] {
  return trace.map((line) => sentence(line, language))
}

function enSentence(line: TraceLine): string {
  switch (line.rule) {
    case 'received':
      return `Begins ${momentWords(line.moment, 'en')}.`
    case 'limit-changed':
      return `Version ${line.version} of the item changed the limit from ${amountWords(line.before.amount, line.before.unit, 'en')} to ${amountWords(line.limit.amount, line.limit.unit, 'en')}, ${momentWords(line.moment, 'en')}.`
    case 'extended':
      return `Extended by ${amountWords(line.amount, line.unit, 'en')} to ${amountWords(line.budget, line.unit, 'en')}, granted ${momentWords(line.moment, 'en')}${line.by === '' ? '' : ` by ${line.by}`}.`
    case 'day-one':
      return `The day on which it begins does not count; the first day is ${dateWords(line.date, 'en')}.`
    case 'corresponding-day':
      return `${amountWords(line.months, 'calendar-months', 'en')} later: ${dateWords(line.date, 'en')}${line.lastOfMonth ? ', the last day of a month without a corresponding day' : ', the corresponding day'}.`
    case 'counted':
      return `${dateWords(line.date, 'en')}: ${line.unit === 'working-days' ? 'working' : 'calendar'} day ${line.day} of ${line.of}.`
    case 'make-up':
      return `${dateWords(line.date, 'en')}: working day ${line.day} of ${line.of} (${line.name.en}).`
    case 'skipped':
      return `${dateWords(line.date, 'en')}: not counted, ${dayOffWords(line.why)}.`
    case 'counted-back':
      return `${amountWords(line.amount, line.unit, 'en')} before ${dateWords(line.from, 'en')}: ${dateWords(line.date, 'en')}.`
    case 'paused':
      return `${dateWords(line.date, 'en')}: not counted, paused (${pauseWords(line.pauses)}).`
    case 'paused-days-added':
      return `${line.days} paused ${line.days === 1 ? 'day is' : 'days are'} added: ${dateWords(line.date, 'en')}.`
    case 'paused-span':
      return `${spanWords(line.from, line.to, 'en')}: not counted, paused (${pauseWords(line.pauses)}).`
    case 'open-time':
      return `${spanWords(line.from, line.to, 'en')}${line.makeUp ? ` (${line.makeUp.en})` : ''}: ${sumWords(line)}.`
    case 'elapsed':
      return `${spanWords(line.from, line.to, 'en')}: ${sumWords(line)}.`
    case 'rolled':
      return `${dateWords(line.date, 'en')} is no working day (${[...new Set(line.over.map((day) => dayOffWords(day.why)))].join(', ')}); the last day moves to ${dateWords(line.to, 'en')}.`
    case 'provisional':
      return `Provisional: the calendar holds announced holidays only from ${dateWords(line.coveredFrom, 'en')} to ${dateWords(line.coveredTo, 'en')}.`
    case 'held':
      return `Paused since ${isTime(line.unit) ? exactWords(line.since, 'en') : momentWords(line.since, 'en')} (${pauseWords(line.pauses)}); no date for now, ${amountWords(line.remaining, line.unit, 'en')} left.`
    case 'due':
      return `Due ${line.ends === 'moment' ? exactWords(line.moment, 'en') : momentWords(line.moment, 'en')}${line.ends === 'close' ? ', at close of business' : line.ends === 'midnight' ? ', at the end of the day' : ''}.`
    default:
      return assertNever(line)
  }
}

function sumWords(line: CountedLine): string {
  const { counted, total, of } = sumOf(line, 'en')
  return `${counted}, ${total} of ${of} in all`
}

function dayOffWords(why: DayOff): string {
  if (why.kind === 'holiday') return why.name.en
  return why.kind === 'rest-day' ? 'rest day' : 'no office hours'
}

function pauseWords(pauses: readonly PauseRef[]): string {
  return [...new Set(pauses.map((pause) => pauseReasonWords(pause.reason, 'en')))].join('; ')
}
