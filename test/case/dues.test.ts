import { describe, expect, it } from '@jest/globals'
import { duesOf, taskDues } from '../../domain/case/dues.ts'
import type { Standing } from '../../domain/case/standing.ts'
import { standingText } from '../../domain/case/standing-words.ts'
import type { Text } from '../../domain/text.ts'
import { beijing, clerkOf, EXPERT, shown } from './builders.ts'
import { filed, type Office } from './office.ts'

const SCHOOLING = clerkOf('dist-lake.education.schooling')

/** Accepted on Monday 2 March at 10:00 and claimed: stage due on the 12th, promised on the 16th, legal on the 30th. */
function atSchooling(): Office {
  const office = filed().complete('2026-03-02 10:00', 'accept')
  office.give('2026-03-02 11:00', SCHOOLING, 'ClaimTask', office.onLead)
  return office
}

/** Everything but the words, as a reader takes it in. */
function facts(standing: Standing | null): readonly unknown[] | null {
  if (standing === null) return null
  const { state, dueAt, remaining, overdueBy, colour } = standing
  return [state, shown(dueAt), remaining?.amount, remaining?.unit, overdueBy?.amount ?? null, colour]
}

const words = (standing: Standing | null): Text | null => (standing === null ? null : standingText(standing))

const at = (office: Office, instant: string): ReturnType<typeof duesOf> => duesOf(office.state, beijing(instant))

describe('the three limits of an appeal', () => {
  it('that is not accepted yet say how much time will run from the acceptance', () => {
    const { legal, promised, stage } = at(filed(), '2026-03-03 10:00')
    expect(facts(legal)).toEqual(['awaiting-acceptance', null, 20, 'working-days', null, 'green'])
    expect(facts(promised)).toEqual(['awaiting-acceptance', null, 10, 'working-days', null, 'green'])
    expect(facts(stage)).toEqual(['running', '2026-03-09 17:30', 5, 'working-days', null, 'green'])
    expect(words(legal)).toEqual({ zh: '自受理起计算，共20个工作日。', en: 'Counts from acceptance: 20 working days.' })
  })

  it('follow the tier of the expert, and a matter that is no licence has no legal one', () => {
    expect(facts(at(filed({ tier: 'A' }), '2026-03-02 10:00').promised)).toEqual([
      'awaiting-acceptance',
      null,
      7,
      'working-days',
      null,
      'green',
    ])
    expect(at(filed({ item: 'medical-care' }), '2026-03-02 10:00').legal).toBeNull()
  })

  it('tell date, what is left and a colour while they run', () => {
    const { legal, promised, stage } = at(atSchooling(), '2026-03-04 10:00')
    expect(facts(legal)).toEqual(['running', '2026-03-30 17:30', 19, 'working-days', null, 'green'])
    expect(facts(promised)).toEqual(['running', '2026-03-16 17:30', 9, 'working-days', null, 'green'])
    expect(facts(stage)).toEqual(['running', '2026-03-12 17:30', 7, 'working-days', null, 'green'])
    expect(words(stage)).toEqual({
      zh: '2026年3月12日（周四） 17:30 到期，剩余7个工作日。',
      en: 'Due Thu 12 Mar 2026 17:30; 7 working days left.',
    })
  })

  it('turn yellow one by one: the stage shows its card while the whole has time', () => {
    const { legal, promised, stage } = at(atSchooling().until('2026-03-11 17:30'), '2026-03-12 09:00')
    expect([legal?.colour, promised?.colour, stage?.colour]).toEqual(['green', 'green', 'yellow'])
    expect(facts(stage)).toEqual(['running', '2026-03-12 17:30', 1, 'working-days', null, 'yellow'])
  })

  it('are red for a step over its time even if the whole is in time, and say by how much', () => {
    const { legal, promised, stage } = at(atSchooling().until('2026-03-13 10:00'), '2026-03-13 10:00')
    // The promise is near its end (four fifths are spent), but not over.
    expect([legal?.colour, promised?.colour]).toEqual(['green', 'yellow'])
    expect(facts(stage)).toEqual(['expired', '2026-03-12 17:30', 0, 'working-days', 1, 'red'])
    expect(words(stage)).toEqual({
      zh: '已于2026年3月12日（周四） 17:30 到期，已超期1个工作日。',
      en: 'Was due Thu 12 Mar 2026 17:30; overdue by 1 working day.',
    })
  })

  it('are red from the very instant that is due, also where the timer has not come yet', () => {
    const office = atSchooling()
    expect(at(office, '2026-03-12 17:29').stage?.colour).toBe('green')
    expect(facts(at(office, '2026-03-12 17:30').stage)).toEqual(['expired', '2026-03-12 17:30', 0, 'working-days', null, 'red'])
    expect(words(at(office, '2026-03-12 17:30').stage)?.en).toBe('Was due Thu 12 Mar 2026 17:30.')
  })

  it('have no date while paused, but what is left and why; the legal one runs on', () => {
    const office = atSchooling()
    const until = beijing('2026-03-20 17:30')
    office.give('2026-03-04 10:00', SCHOOLING, 'PauseTask', { ...office.onLead, reason: 'awaiting-expert-decision', until, note: null })
    const { legal, promised, stage } = at(office, '2026-03-10 10:00')
    expect(facts(legal)).toEqual(['running', '2026-03-30 17:30', 15, 'working-days', null, 'green'])
    expect(facts(promised)).toEqual(['paused', null, 9, 'working-days', null, 'green'])
    expect(facts(stage)).toEqual(['paused', null, 7, 'working-days', null, 'green'])
    expect(stage?.pause).toEqual({ reason: 'awaiting-expert-decision', since: beijing('2026-03-04 10:00'), until })
    expect(words(stage)).toEqual({
      zh: '中止计时（等待专家决定），剩余7个工作日，恢复后另定到期时间。',
      en: 'Paused (waiting for the expert’s decision); 7 working days left, the date follows when it runs again.',
    })
  })

  it('tell after the close how each ended: a late stage is red, the whole that was in time is green', () => {
    const office = atSchooling().complete('2026-03-12 10:00', 'matched').complete('2026-03-17 10:00', 'enrolled')
    const { legal, promised, stage } = at(office, '2026-03-25 10:00')
    expect(facts(legal)).toEqual(['stopped', '2026-03-30 17:30', 10, 'working-days', null, 'green'])
    expect(facts(promised)).toEqual(['stopped', '2026-03-16 17:30', 0, 'working-days', 1, 'red'])
    expect(facts(stage)).toEqual(['stopped', '2026-03-16 17:30', 0, 'working-days', 1, 'red'])
    expect(words(legal)).toEqual({
      zh: '2026年3月17日（周二） 10:00 停止计时，未超期，期限为2026年3月30日（周一） 17:30。',
      en: 'Stopped Tue 17 Mar 2026 10:00, in time; it was due Mon 30 Mar 2026 17:30.',
    })
    expect(words(stage)).toEqual({
      zh: '2026年3月17日（周二） 10:00 停止计时，超期1个工作日，期限为2026年3月16日（周一） 17:30。',
      en: 'Stopped Tue 17 Mar 2026 10:00, late by 1 working day; it was due Mon 16 Mar 2026 17:30.',
    })
  })

  it('of an appeal withdrawn before acceptance: only the stage had one', () => {
    const office = filed()
    office.give('2026-03-03 10:00', EXPERT, 'WithdrawAppeal', { reason: null })
    const { legal, promised, stage } = at(office, '2026-03-04 10:00')
    expect([legal, promised, facts(stage)]).toEqual([null, null, ['stopped', '2026-03-09 17:30', 5, 'working-days', null, 'green']])
  })

  it('rest on holidays not yet announced: then the sentence says so', () => {
    const office = filed({}, '2027-02-01 09:00')
    expect(words(at(office, '2027-02-01 10:00').stage)?.zh).toBe(
      '2027年2月8日（周一） 17:30 到期（暂定：所涉年度的放假安排尚未公布），剩余5个工作日。',
    )
  })
})

describe('the limits of a task', () => {
  it('of a co-handler are its own limit and those of the whole appeal', () => {
    const office = filed({ facts: { schoolStage: 'primary', hukou: 'none' } }).complete('2026-03-02 10:00', 'accept')
    const co = Object.values(office.state.tasks).find((task) => task.role === 'co-handler')
    if (!co) throw new Error('nobody was asked to co-handle')
    const { legal, stage } = taskDues(office.state, co, beijing('2026-03-03 10:00'))
    expect(stage?.kind).toBe('co-handling')
    expect(facts(stage)).toEqual(['running', '2026-03-05 17:30', 3, 'working-days', null, 'green'])
    expect(facts(legal)).toEqual(['running', '2026-03-30 17:30', 20, 'working-days', null, 'green'])
  })

  it('that is done tell how it ended, while those of the appeal run on', () => {
    const office = atSchooling()
    const [reception] = Object.values(office.state.tasks)
    if (!reception) throw new Error('no first task')
    const { promised, stage } = taskDues(office.state, reception, beijing('2026-03-04 10:00'))
    expect(facts(stage)).toEqual(['stopped', '2026-03-09 17:30', 5, 'working-days', null, 'green'])
    expect(promised?.state).toBe('running')
  })
})
