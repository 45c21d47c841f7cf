import { describe, expect, it } from '@jest/globals'
import { clockSentence } from '../../api/views/clock-sentences.ts'
import type { EventType } from '../../domain/case/event.ts'
import type { Text } from '../../domain/text.ts'
import { beijing, clerkOf, headOf } from '../case/builders.ts'
import { filed, type Office } from '../case/office.ts'

const SCHOOLING = clerkOf('dist-lake.education.schooling')
const HEAD = headOf('dist-lake.education.schooling')

function atSchooling(): Office {
  const office = filed().complete('2026-03-02 10:00', 'accept')
  office.give('2026-03-02 11:00', SCHOOLING, 'ClaimTask', office.onLead)
  return office
}

/** The sentences of every event of that type, oldest first. */
function told(office: Office, type: EventType): readonly (Text | null)[] {
  return office.all(type).map((event) => clockSentence(office.state, event as Parameters<typeof clockSentence>[1]))
}

describe('the history tells of clocks in sentences', () => {
  it('that one begins, with its time and its date', () => {
    expect(told(atSchooling(), 'ClockStarted')).toContainEqual({
      zh: '环节时限开始计时：8个工作日，2026年3月12日（周四） 17:30 到期。',
      en: 'The limit of the stage begins: 8 working days, due Thu 12 Mar 2026 17:30.',
    })
  })

  it('that one stops, and why', () => {
    expect(told(atSchooling(), 'ClockStopped')).toContainEqual({
      zh: '受理时限停止计时：已办理。',
      en: 'The limit for acceptance stops: it is done.',
    })
  })

  it('that one pauses and runs again, with the reason and the new date', () => {
    const office = atSchooling()
    const until = beijing('2026-03-20 17:30')
    office.give('2026-03-04 10:00', SCHOOLING, 'PauseTask', { ...office.onLead, reason: 'hearing', until, note: null })
    office.give('2026-03-06 10:00', SCHOOLING, 'ResumeTask', { ...office.onLead, note: null })
    const moves = told(office, 'ClockMoved')
    expect(moves).toContainEqual({ zh: '法定时限中止计时：听证。', en: 'The legal limit is paused: hearing.' })
    expect(moves).toContainEqual({
      zh: '环节时限现为2026年3月16日（周一） 17:30 到期：听证。',
      en: 'The limit of the stage is now due Mon 16 Mar 2026 17:30: hearing.',
    })
  })

  it('that one is extended, by how much and why, and its card withdrawn', () => {
    const office = atSchooling().until('2026-03-11 17:30')
    office.give('2026-03-12 09:00', SCHOOLING, 'RequestExtension', { ...office.onLead, amount: 3, reason: 'complex-matter', note: null })
    office.give('2026-03-12 10:00', HEAD, 'DecideExtension', { requestId: 'x1', granted: true, note: null })
    expect(told(office, 'ClockMoved')).toContainEqual({
      zh: '环节时限延期3个工作日，现为2026年3月17日（周二） 17:30 到期：情况复杂。',
      en: 'The limit of the stage is extended by 3 working days, now due Tue 17 Mar 2026 17:30: complex matter.',
    })
    expect(told(office, 'CardWithdrawn')).toEqual([
      { zh: '环节时限撤黄牌。', en: 'The yellow card on the limit of the stage is withdrawn.' },
    ])
  })

  it('that a rung fired or did not, and that a limit ended', () => {
    const office = atSchooling().until('2026-03-12 17:30')
    expect(told(office, 'RungFired')).toContainEqual({
      zh: '环节时限预警：到期前1个工作日，仍未办结：黄牌，通知经办人、窗口负责人、专家。',
      en: 'A warning on the limit of the stage. 1 working day before it is due, if it is not done: yellow card; tells whoever works on it, the window lead, the expert.',
    })
    expect(told(office, 'RungCancelled')).toContainEqual({
      zh: '环节时限预警取消（条件不成立）：期限用去50%时，仍无人认领：通知窗口负责人、服务站督办员，改派到兜底窗口。',
      en: 'A warning on the limit of the stage is cancelled, since its condition did not hold. When 50 % of the time is spent, if nobody has claimed it: tells the window lead, the station supervisor; the task moves to the fallback window.',
    })
    expect(told(office, 'ClockExpired')).toEqual([
      { zh: '环节时限已于2026年3月12日（周四） 17:30 到期。', en: 'The limit of the stage ended Thu 12 Mar 2026 17:30.' },
    ])
  })

  it('and of what is no clock not at all', () => {
    expect(told(atSchooling(), 'TaskDispatched')).toEqual([null, null])
  })
})
