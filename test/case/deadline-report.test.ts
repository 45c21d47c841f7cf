import { describe, expect, it } from '@jest/globals'
import { type ClockReport, deadlineReport } from '../../domain/case/deadline-report.ts'
import type { ClockKind } from '../../domain/clocks/types.ts'
import { SYSTEM } from '../../domain/people/actor.ts'
import { beijing, catalog, clerkOf, headOf, shown } from './builders.ts'
import { filed, type Office } from './office.ts'

const SCHOOLING = clerkOf('dist-lake.education.schooling')
const HEAD = headOf('dist-lake.education.schooling')

/** The latest clock of a kind in the report. */
function reported(office: Office, kind: ClockKind, asOf: string): ClockReport {
  const found = deadlineReport(office.start, office.events, beijing(asOf))
    .clocks.filter((each) => each.clock.kind === kind)
    .at(-1)
  if (!found) throw new Error(`no ${kind} clock`)
  return found
}

/** Accepted on Monday 2 March at 10:00 and claimed; eight working days for the stage. */
function atSchooling(): Office {
  const office = filed().complete('2026-03-02 10:00', 'accept')
  office.give('2026-03-02 11:00', SCHOOLING, 'ClaimTask', office.onLead)
  return office
}

/** Two days waiting for the expert, then two more by the department head. */
function pausedAndExtended(): Office {
  const office = atSchooling()
  office.give('2026-03-04 10:00', SCHOOLING, 'PauseTask', {
    ...office.onLead,
    reason: 'awaiting-expert-decision',
    until: beijing('2026-03-20 17:30'),
    note: null,
  })
  office.give('2026-03-06 10:00', SCHOOLING, 'ResumeTask', { ...office.onLead, note: null })
  office.give('2026-03-06 11:00', SCHOOLING, 'RequestExtension', { ...office.onLead, amount: 2, reason: 'complex-matter', note: null })
  office.give('2026-03-09 10:00', HEAD, 'DecideExtension', { requestId: 'x1', granted: true, note: null })
  return office
}

describe('the report on a stage that was paused and extended', () => {
  const stage = reported(pausedAndExtended(), 'stage', '2026-03-10 10:00')

  it('reads as a sum in Chinese', () => {
    expect(stage.trace.map((line) => line.text.zh)).toEqual([
      '2026年3月2日（周一） 10:00 开始计时。',
      '2026年3月9日（周一） 10:00 经 部门负责人 批准延期2个工作日，合计10个工作日。',
      '开始当日不计入，自2026年3月3日（周二）起算。',
      '2026年3月3日（周二）：第1个工作日（共10个）。',
      '2026年3月4日（周三）：中止（等待专家决定），不计入。',
      '2026年3月5日（周四）：中止（等待专家决定），不计入。',
      '2026年3月6日（周五）：第2个工作日（共10个）。',
      '2026年3月7日（周六）：休息日，不计入。',
      '2026年3月8日（周日）：休息日，不计入。',
      '2026年3月9日（周一）：第3个工作日（共10个）。',
      '2026年3月10日（周二）：第4个工作日（共10个）。',
      '2026年3月11日（周三）：第5个工作日（共10个）。',
      '2026年3月12日（周四）：第6个工作日（共10个）。',
      '2026年3月13日（周五）：第7个工作日（共10个）。',
      '2026年3月14日（周六）：休息日，不计入。',
      '2026年3月15日（周日）：休息日，不计入。',
      '2026年3月16日（周一）：第8个工作日（共10个）。',
      '2026年3月17日（周二）：第9个工作日（共10个）。',
      '2026年3月18日（周三）：第10个工作日（共10个）。',
      '2026年3月18日（周三） 17:30 到期（下班时间）。',
    ])
  })

  it('reads as a sum in English, with the role that granted more time and no person', () => {
    const en = stage.trace.map((line) => line.text.en)
    expect(en.slice(0, 5)).toEqual([
      'Begins Mon 2 Mar 2026 10:00.',
      'Extended by 2 working days to 10 working days, granted Mon 9 Mar 2026 10:00 by the department head.',
      'The day on which it begins does not count; the first day is Tue 3 Mar 2026.',
      'Tue 3 Mar 2026: working day 1 of 10.',
      'Wed 4 Mar 2026: not counted, paused (waiting for the expert’s decision).',
    ])
    expect(en.at(-1)).toBe('Due Wed 18 Mar 2026 17:30, at close of business.')
    expect(JSON.stringify(stage.trace)).not.toContain('head of dist-lake')
    expect(stage.trace[1]).toMatchObject({ rule: 'extended', by: 'department-head' })
  })

  it('says what is left, and that the sum ends at the date the case has', () => {
    expect([stage.standing.remaining, stage.explained, stage.verdict, stage.standing.colour]).toEqual([
      { amount: 7, unit: 'working-days', exhausted: false },
      true,
      null,
      'green',
    ])
    expect(shown(stage.clock.dueAt)).toBe('2026-03-18 17:30')
  })

  it('tells of each rung where it stands', () => {
    expect(stage.rungs.map((rung) => [rung.code, rung.state, rung.text.en])).toEqual([
      ['unclaimed', 'armed', 'Will fire Wed 11 Mar 2026 17:30.'],
      ['stage-yellow', 'armed', 'Will fire Tue 17 Mar 2026 17:30.'],
      ['stage-red', 'armed', 'Will fire Wed 18 Mar 2026 17:30.'],
      ['stage-raise', 'armed', 'Will fire Fri 20 Mar 2026 17:30.'],
    ])
    expect(stage.rungs[1]?.text.zh).toBe('将于2026年3月17日（周二） 17:30 触发。')
    expect(stage.rungs[1]?.rule?.actions).toContainEqual({ kind: 'card', colour: 'yellow' })
  })
})

describe('the report on a clock', () => {
  it('that stands still has no date but what is left and why', () => {
    const office = atSchooling()
    office.give('2026-03-04 10:00', SCHOOLING, 'PauseTask', {
      ...office.onLead,
      reason: 'hearing',
      until: beijing('2026-03-20 17:30'),
      note: null,
    })
    const stage = reported(office, 'stage', '2026-03-11 10:00')
    expect([stage.clock.dueAt, stage.explained, stage.standing.remaining]).toEqual([
      null,
      true,
      { amount: 7, unit: 'working-days', exhausted: false },
    ])
    expect(stage.trace.at(-1)?.text.en).toBe('Paused since Wed 4 Mar 2026 10:00 (hearing); no date for now, 7 working days left.')
    expect(stage.rungs[3]?.text).toEqual({
      zh: '计时中止，恢复后另定时间。',
      en: 'The clock stands still; the instant follows when it runs again.',
    })
  })

  it('that stopped in time says so, and whose the time was', () => {
    const office = pausedAndExtended().complete('2026-03-10 10:00', 'matched')
    const report = deadlineReport(office.start, office.events, beijing('2026-03-20 10:00')).clocks.filter(
      (each) => each.clock.kind === 'stage',
    )[1]
    expect([report?.standing.state, report?.verdict?.outcome, report?.verdict?.lateBy]).toEqual(['stopped', 'in-time', null])
    expect(report?.verdict?.text).toEqual({
      zh: '2026年3月10日（周二） 10:00 停止，未超期。办公时间：本单位1680分钟，专家840分钟，其他单位0分钟，依法不计入的程序0分钟。',
      en: 'Stopped Tue 10 Mar 2026 10:00, in time. Office hours: office 1680 min, expert 840 min, other offices 0 min, procedures the law does not count 0 min.',
    })
    expect(report?.rungs[0]?.text).toEqual({ zh: '已取消：计时已停止。', en: 'Cancelled: the clock had stopped.' })
  })

  it('that stopped late says by how much, with its red rung fired', () => {
    const office = filed()
    office.give('2026-03-03 11:00', clerkOf('dist-lake.general.reception'), 'SignTask', office.onLead)
    const sign = reported(office, 'sign', '2026-03-03 12:00')
    expect([sign.verdict?.outcome, sign.verdict?.lateBy]).toEqual(['late', { amount: 5, unit: 'working-hours' }])
    expect(sign.verdict?.text.en).toContain('Stopped Tue 3 Mar 2026 11:00, late by 5 working hours.')
    expect(sign.verdict?.text.zh).toContain('超期5个工作小时。')
    expect(sign.rungs.map((rung) => [rung.code, rung.state, rung.text.en])).toEqual([
      ['sign-yellow', 'fired', 'Fired Mon 2 Mar 2026 12:00.'],
      ['sign-red', 'fired', 'Fired Mon 2 Mar 2026 14:30.'],
    ])
    expect(sign.clock.card).toBe('red')
  })

  it('that ran out with nothing done is neither in time nor late', () => {
    const acceptance = reported(filed().until('2026-03-09 17:30'), 'acceptance', '2026-03-10 09:00')
    expect([acceptance.verdict?.outcome, acceptance.verdict?.lateBy]).toEqual(['ran-out', null])
    expect(acceptance.verdict?.text.en).toContain('Stopped Mon 9 Mar 2026 17:30, since its time had run out.')
    expect(acceptance.verdict?.text.zh).toContain('期满未办。')
  })

  it('whose date has passed while it runs is red with nothing left', () => {
    const stage = reported(atSchooling().until('2026-03-13 10:00'), 'stage', '2026-03-13 10:00')
    expect([stage.standing.colour, stage.standing.remaining, stage.verdict]).toEqual([
      'red',
      { amount: 0, unit: 'working-days', exhausted: true },
      null,
    ])
  })

  it('tells a rung that fired from one whose condition did not hold', () => {
    const office = filed()
    const stage = reported(office.until('2026-03-06 10:00'), 'stage', '2026-03-06 10:00')
    expect(stage.rungs.find((rung) => rung.code === 'unclaimed')?.state).toBe('fired')
    const claimed = reported(atSchooling().until('2026-03-06 17:30'), 'stage', '2026-03-06 17:30')
    expect(claimed.rungs[0]?.text).toEqual({ zh: '已取消：条件不成立。', en: 'Cancelled: its condition did not hold.' })
  })
})

describe('a report after the calendar has changed', () => {
  function afterChange(): Office {
    const office = atSchooling()
    const cn = catalog.calendars.get('cn')
    if (!cn) throw new Error('no calendar cn')
    office.give('2026-03-03 10:00', SYSTEM, 'ReplaceCalendar', {
      calendar: { ...cn, version: '2026.2', holidays: { ...cn.holidays, '2026-03-05': { zh: '临时放假', en: 'day off' } } },
    })
    return office
  }

  it('explains a clock that runs by the new one', () => {
    const stage = reported(afterChange(), 'stage', '2026-03-03 11:00')
    expect([shown(stage.clock.dueAt), stage.explained, stage.calendar.version]).toEqual(['2026-03-13 17:30', true, '2026.2'])
    expect(stage.trace.map((line) => line.text.en)).toContain('Thu 5 Mar 2026: not counted, day off.')
  })

  it('explains a clock that had stopped by the one its date was told by', () => {
    const office = afterChange()
    const stopped = deadlineReport(office.start, office.events, beijing('2026-03-03 11:00')).clocks.find(
      (each) => each.clock.kind === 'acceptance',
    )
    expect([shown(stopped?.clock.dueAt), stopped?.explained]).toEqual(['2026-03-09 17:30', true])
    expect(stopped?.trace.map((line) => line.text.en)).toContain('Thu 5 Mar 2026: working day 3 of 5.')
  })

  it('as it stood before knows nothing of it', () => {
    expect(shown(reported(afterChange(), 'stage', '2026-03-03 09:00').clock.dueAt)).toBe('2026-03-12 17:30')
  })

  it('says where a date that was told cannot be explained any more', () => {
    const office = atSchooling()
    const events = office.events.map((event) =>
      event.type === 'ClockStarted' && event.data.clock.kind === 'stage'
        ? { ...event, data: { clock: { ...event.data.clock, dueAt: beijing('2026-03-11 17:30') } } }
        : event,
    )
    const stage = deadlineReport(office.start, events, beijing('2026-03-03 09:00'))
      .clocks.filter((each) => each.clock.kind === 'stage')
      .at(-1)
    expect([stage?.explained, shown(stage?.clock.dueAt)]).toEqual([false, '2026-03-11 17:30'])
  })
})
