import { describe, expect, it } from '@jest/globals'
import { deadlineReport } from '../../domain/case/deadline-report.ts'
import type { PauseReason } from '../../domain/clocks/pause-reasons.ts'
import { timeLedger } from '../../domain/case/time-ledger.ts'
import { beijing, clerkOf, EXPERT, shown } from './builders.ts'
import { filed, type Office } from './office.ts'

const clerk = clerkOf('dist-lake.education.schooling')

function pause(office: Office, at: string, reason: PauseReason, until = '2026-03-31 17:30'): void {
  office.give(at, clerk, 'PauseTask', { ...office.onLead, reason, until: beijing(until), note: null })
}

/** Accepted on Monday 2 March at 10:00: stage due on the 12th, promised on the 16th, legal on the 30th. */
function atSchooling(): Office {
  return filed().complete('2026-03-02 10:00', 'accept')
}

function dates(office: Office): readonly (string | null)[] {
  return [office.clock('stage'), office.clock('promised'), office.clock('legal')].map((clock) => shown(clock.dueAt))
}

/** Papers are awaited from the 4th, a hearing is held from the 5th to the 9th, the papers come on the 6th. */
function overlapping(): Office {
  const office = atSchooling()
  pause(office, '2026-03-04 10:00', 'awaiting-materials')
  pause(office, '2026-03-05 10:00', 'hearing', '2026-03-09 10:00')
  return office
}

describe('two pauses that overlap', () => {
  it('are joined: each day counts once, and the law stands still for the hearing alone', () => {
    const office = overlapping()
    expect(dates(office)).toEqual([null, null, null])
    office.give('2026-03-06 10:00', EXPERT, 'SupplementAppeal', { materials: ['kinship'], note: null })
    expect([office.lead.status, ...dates(office)]).toEqual(['waiting', null, null, null])
    office.until('2026-03-09 10:00')
    expect([office.lead.status, ...dates(office)]).toEqual(['claimed', '2026-03-17 17:30', '2026-03-19 17:30', '2026-04-01 17:30'])
  })

  it('are both named in the sum of the date', () => {
    const office = overlapping()
    office.give('2026-03-06 10:00', EXPERT, 'SupplementAppeal', { materials: ['kinship'], note: null })
    office.until('2026-03-09 10:00')
    const report = deadlineReport(office.start, office.events, office.state.at)
    const stage = report.clocks.findLast(({ clock }) => clock.kind === 'stage')
    const paused = stage?.trace.flatMap((line) => (line.rule === 'paused' ? [line.text.en] : []))
    expect(paused?.join(' ')).toContain('waiting for the expert’s materials')
    expect(paused?.join(' ')).toContain('hearing')
  })

  it('give their time to the one that began first', () => {
    const office = overlapping()
    office.give('2026-03-06 10:00', EXPERT, 'SupplementAppeal', { materials: ['kinship'], note: null })
    office.until('2026-03-09 10:00')
    const spans = timeLedger(office.start, office.events, office.state.at).spans
    expect(spans.filter((span) => span.reason !== null).map((span) => [span.holder.kind, shown(span.from), shown(span.to)])).toEqual([
      ['expert', '2026-03-04 10:00', '2026-03-06 10:00'],
      ['excluded-procedure', '2026-03-06 10:00', '2026-03-09 10:00'],
    ])
  })

  it('end together when the clerk resumes the work, told to the expert once', () => {
    const office = overlapping()
    office.give('2026-03-06 10:00', clerk, 'ResumeTask', { ...office.onLead, note: null })
    expect([office.lead.status, ...dates(office)]).toEqual(['claimed', '2026-03-16 17:30', '2026-03-18 17:30', '2026-03-31 17:30'])
    expect(office.lastNotices.filter((notice) => notice.recipient.kind === 'expert').map((notice) => notice.kind)).toEqual(['due-moved'])
  })

  it('tell the expert, when the first ends, what is still waited for', () => {
    const office = overlapping()
    office.give('2026-03-06 10:00', EXPERT, 'SupplementAppeal', { materials: ['kinship'], note: null })
    const [told] = office.lastNotices.filter((notice) => notice.recipient.kind === 'expert')
    expect([told?.kind, told?.params.reason?.en, shown(told?.params.until)]).toEqual(['paused', 'hearing', '2026-03-09 10:00'])
  })

  it('for one and the same reason are one: the second is refused', () => {
    const office = overlapping()
    const again = { ...office.onLead, reason: 'hearing', until: beijing('2026-03-20 17:30'), note: null } as const
    expect(office.refusal('2026-03-05 11:00', clerk, 'PauseTask', again)).toBe('pause-open')
  })
})

describe('bad input to a pause', () => {
  it('that ends before it begins, or in another age, is refused with its field', () => {
    const office = atSchooling()
    const until = (at: number) =>
      office.refusal('2026-03-04 10:00', clerk, 'PauseTask', { ...office.onLead, reason: 'hearing', until: at, note: null })
    expect([
      until(beijing('2026-03-03 10:00')),
      until(beijing('2026-03-04 10:00')),
      until(0),
      until(-8.64e15),
      until(8.64e15),
      until(Number.POSITIVE_INFINITY),
    ]).toEqual([
      'until-out-of-range',
      'until-out-of-range',
      'until-out-of-range',
      'until-out-of-range',
      'until-out-of-range',
      'until-missing',
    ])
  })
})
