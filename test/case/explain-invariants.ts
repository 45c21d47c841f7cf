import { expect } from '@jest/globals'
import { deadlineReport } from '../../domain/case/deadline-report.ts'
import { standingText } from '../../domain/case/standing-words.ts'
import type { CaseState } from '../../domain/case/state.ts'
import { type TimeLedger, timeLedger } from '../../domain/case/time-ledger.ts'
import { workingMinutesBetween } from '../../domain/clocks/calendar.ts'
import type { Office } from './office.ts'

const DAY_MS = 86_400_000

/** I5: at each instant an open appeal has one holder, a closed one none, and their minutes add up to the whole. */
export function checkTime(office: Office): void {
  const received = office.events[0]?.at ?? 0
  const halfway = received + Math.floor((office.state.at - received) / 2)
  for (const asOf of [halfway, office.state.at + 9 * DAY_MS]) {
    const ledger = timeLedger(office.start, office.events, asOf)
    const open = openSpans(office, asOf)
    expect(joined(ledger.spans)).toEqual(joined(open))
    expect(joined(ledger.periods)).toEqual(joined(open))
    const whole = open.reduce((sum, { from, to }) => sum + workingMinutesBetween(ledger.calendar, from, to), 0)
    expect(ledger.totalMinutes).toBe(whole)
    expect(sumOf(ledger.spans)).toBe(whole)
    expect(sumOf(ledger.holders)).toBe(whole)
    checkHolders(office, ledger)
  }
}

/** Every date of the case is the end of its sum, whatever has happened to pauses, extensions and calendars. */
export function checkDeadlines(office: Office): void {
  const { clocks } = deadlineReport(office.start, office.events, office.state.at)
  expect(clocks.map(({ clock }) => clock)).toEqual(Object.values(office.state.clocks))
  const found = clocks.map(({ clock, trace, explained, standing, verdict }) => {
    const last = trace.at(-1)
    return {
      id: clock.id,
      explained,
      rule: last?.rule,
      moment: last?.['moment'],
      isLeft: standing.state !== 'stopped',
      isJudged: verdict !== null,
    }
  })
  const expected = Object.values(office.state.clocks).map(({ id, dueAt, stoppedAt }) => {
    const end = dueAt === null ? { rule: 'held' } : { rule: 'due', moment: expect.objectContaining({ at: new Date(dueAt).toISOString() }) }
    return { id, explained: true, ...end, isLeft: stoppedAt === null, isJudged: stoppedAt !== null }
  })
  expect(found).toEqual(expected)
  const texts = clocks.flatMap(({ trace, rungs, standing }) => [...[...trace, ...rungs].map((line) => line.text), standingText(standing)])
  expect(texts.filter(({ zh, en }) => !zh.endsWith('。') || !en.endsWith('.'))).toEqual([])
}

interface Span {
  readonly from: number
  readonly to: number
}

/** The time in which the state of the case was open, step by step. */
function openSpans(office: Office, asOf: number): readonly Span[] {
  return office.steps.flatMap(({ after }, index) => {
    const to = Math.min(office.steps[index + 1]?.after.at ?? asOf, asOf)
    return after.status === 'open' && after.at < to ? [{ from: after.at, to }] : []
  })
}

/** Spans that touch as one; throws where one overlaps the next or is empty. */
function joined(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = []
  for (const { from, to } of spans) {
    const last = result.at(-1)
    if (to <= from || (last !== undefined && from < last.to))
      throw new Error(`a span from ${from} to ${to} is empty or overlaps the one before`)
    if (last?.to === from) result[result.length - 1] = { from: last.from, to }
    else result.push({ from, to })
  }
  return result
}

function checkHolders(office: Office, { spans }: TimeLedger): void {
  const states = office.steps.map(({ after }) => after)
  const moments = spans.flatMap((span) =>
    [span.from, span.from + Math.floor((span.to - span.from) / 2), span.to - 1].map((at) => ({ span, at })),
  )
  const found = moments.map(({ span, at }) => ({ at, ...span.holder, taskId: span.taskId }))
  const expected = moments.map(({ at }) => {
    const state = states.findLast((each) => each.at <= at)
    if (!state) throw new Error(`nothing happened by ${at}`)
    return { at, ...expectedHolder(state) }
  })
  expect(found).toEqual(expected)
}

/** Who has the appeal, read from the life of its tasks. */
function expectedHolder(state: CaseState): { readonly kind: string; readonly window: string | null; readonly taskId: string | null } {
  const task = Object.values(state.tasks).find(
    (each) => each.role === 'lead' && ['dispatched', 'signed', 'claimed', 'waiting'].includes(each.status),
  )
  if (!task) return { kind: state.arbitration === null ? 'nobody' : 'supervisor', window: null, taskId: null }
  if (task.status === 'dispatched') return { kind: 'unsigned', window: task.window, taskId: task.id }
  if (task.status !== 'waiting') return { kind: 'window', window: task.window, taskId: task.id }
  const reason = Object.values(state.pauses).find((pause) => pause.taskId === task.id && pause.endedAt === null)?.reason ?? ''
  const kind = reason.startsWith('awaiting-') ? 'expert' : reason === 'other-office-document' ? 'third-party' : 'excluded-procedure'
  return { kind, window: null, taskId: task.id }
}

function sumOf(parts: readonly { readonly minutes: number }[]): number {
  return parts.reduce((sum, part) => sum + part.minutes, 0)
}
