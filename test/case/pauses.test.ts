import { describe, expect, it } from '@jest/globals'
import type { PauseReason } from '../../domain/clocks/pause-reasons.ts'
import { beijing, clerkOf, EXPERT, shown, supervisorOf, text } from './builders.ts'
import { filed, type Office } from './office.ts'

const SCHOOLING = clerkOf('dist-lake.education.schooling')

/** Accepted on Monday 2 March at 10:00: stage due on the 12th, promised on the 16th, legal on the 30th. */
function atSchooling(): Office {
  return filed().complete('2026-03-02 10:00', 'accept')
}

function paused(from: string, to: string, reason: PauseReason = 'awaiting-expert-decision'): Office {
  const office = atSchooling()
  office.give(from, SCHOOLING, 'PauseTask', { ...office.onLead, reason, until: beijing('2026-06-01 17:30'), note: text('document 17') })
  office.give(to, SCHOOLING, 'ResumeTask', { ...office.onLead, note: null })
  return office
}

function dates(office: Office): readonly (string | null)[] {
  return [office.clock('stage'), office.clock('promised'), office.clock('legal')].map((clock) => shown(clock.dueAt))
}

describe('a pause (中止)', () => {
  it('leaves no due instant but what is left of the budget while it lasts, except for the law', () => {
    const office = atSchooling()
    expect(dates(office)).toEqual(['2026-03-12 17:30', '2026-03-16 17:30', '2026-03-30 17:30'])
    office.give('2026-03-04 10:00', SCHOOLING, 'PauseTask', {
      ...office.onLead,
      reason: 'awaiting-materials',
      until: beijing('2026-03-20 17:30'),
      note: null,
    })
    expect(dates(office)).toEqual([null, null, '2026-03-30 17:30'])
    expect(office.lead).toMatchObject({ status: 'waiting', statusBeforePause: 'claimed' })
  })

  it('for the expert shifts stage and promised date by the days it covers, and leaves the legal one', () => {
    expect(dates(paused('2026-03-04 10:00', '2026-03-06 10:00'))).toEqual(['2026-03-16 17:30', '2026-03-18 17:30', '2026-03-30 17:30'])
  })

  it('for another office’s document is the office’s affair with the law, too', () => {
    expect(dates(paused('2026-03-04 10:00', '2026-03-06 10:00', 'other-office-document'))).toEqual([
      '2026-03-16 17:30',
      '2026-03-18 17:30',
      '2026-03-30 17:30',
    ])
  })

  it.each(['hearing', 'inspection', 'appraisal', 'expert-review', 'tender', 'auction', 'test', 'quarantine'] as const)(
    'for %s shifts the legal date as well (art. 45)',
    (reason) => {
      expect(dates(paused('2026-03-04 10:00', '2026-03-06 10:00', reason))).toEqual([
        '2026-03-16 17:30',
        '2026-03-18 17:30',
        '2026-04-01 17:30',
      ])
    },
  )

  it('inside one day shifts nothing', () => {
    expect(dates(paused('2026-03-04 09:30', '2026-03-04 16:00'))).toEqual(['2026-03-12 17:30', '2026-03-16 17:30', '2026-03-30 17:30'])
  })

  it('that covers a close but less than one opening day is flagged', () => {
    const office = paused('2026-03-04 17:00', '2026-03-05 09:30')
    expect(office.last('TaskResumed').data.suspicious).toBe(true)
    expect(dates(office)).toEqual(['2026-03-13 17:30', '2026-03-17 17:30', '2026-03-30 17:30'])
    expect(paused('2026-03-04 10:00', '2026-03-06 10:00').last('TaskResumed').data.suspicious).toBe(false)
  })

  it('of a matter in hours takes away the opening minutes it covers', () => {
    const office = filed({ item: 'medical-care', tier: 'B' })
    expect(shown(office.clock('promised').dueAt)).toBe('2026-03-03 15:30')
    office.give('2026-03-02 09:10', office.clerk, 'ClaimTask', office.onLead)
    office.give('2026-03-02 10:00', office.clerk, 'PauseTask', {
      ...office.onLead,
      reason: 'awaiting-expert-decision',
      until: beijing('2026-03-04 17:30'),
      note: null,
    })
    office.give('2026-03-02 14:30', office.clerk, 'ResumeTask', { ...office.onLead, note: null })
    expect(shown(office.clock('promised').dueAt)).toBe('2026-03-04 10:00')
  })

  it('ends by itself at its bound, by nobody but the passing of time', () => {
    const office = atSchooling()
    office.give('2026-03-04 10:00', SCHOOLING, 'PauseTask', {
      ...office.onLead,
      reason: 'awaiting-materials',
      until: beijing('2026-03-06 10:00'),
      note: null,
    })
    expect(office.until('2026-03-06 09:59').lead.status).toBe('waiting')
    expect(office.until('2026-03-06 10:00').lead.status).toBe('claimed')
    expect(office.last('TaskResumed')).toMatchObject({
      at: beijing('2026-03-06 10:00'),
      actor: { kind: 'timer' },
      data: { because: 'end-reached' },
    })
    expect(dates(office)).toEqual(['2026-03-16 17:30', '2026-03-18 17:30', '2026-03-30 17:30'])
  })

  it('is ended by a supervisor too', () => {
    const office = atSchooling()
    office.give('2026-03-04 10:00', SCHOOLING, 'PauseTask', {
      ...office.onLead,
      reason: 'awaiting-materials',
      until: beijing('2026-03-06 10:00'),
      note: null,
    })
    office.give('2026-03-05 10:00', supervisorOf('dist-lake'), 'ResumeTask', { ...office.onLead, note: null })
    expect(office.lead.status).toBe('claimed')
  })

  it('has an end in the future, within a year', () => {
    const office = atSchooling()
    const until = (at: number) =>
      office.refusal('2026-03-04 10:00', SCHOOLING, 'PauseTask', { ...office.onLead, reason: 'hearing', until: at, note: null })
    expect(until(Number.NaN)).toBe('until-missing')
    expect(until(beijing('2026-03-04 10:00'))).toBe('until-out-of-range')
    expect(until(beijing('2027-03-06 10:00'))).toBe('until-out-of-range')
    expect(until(beijing('2027-03-04 10:00'))).toBeNull()
  })

  it('for another office’s document names it', () => {
    const office = atSchooling()
    const pause = { ...office.onLead, reason: 'other-office-document', until: beijing('2026-03-06 10:00'), note: null } as const
    expect(office.refusal('2026-03-04 10:00', SCHOOLING, 'PauseTask', pause)).toBe('note-missing')
  })

  it('leaves the limits of orders and of signing alone', () => {
    const office = atSchooling()
    office.give('2026-03-04 09:30', EXPERT, 'UrgeAppeal', { note: null })
    office.give('2026-03-04 10:00', SCHOOLING, 'PauseTask', {
      ...office.onLead,
      reason: 'hearing',
      until: beijing('2026-03-06 10:00'),
      note: null,
    })
    expect(shown(office.clock('order-reply').dueAt)).toBe('2026-03-05 17:30')
  })

  it('ends with the close of the appeal', () => {
    const office = atSchooling()
    office.give('2026-03-04 10:00', SCHOOLING, 'PauseTask', {
      ...office.onLead,
      reason: 'hearing',
      until: beijing('2026-03-06 10:00'),
      note: null,
    })
    office.give('2026-03-05 10:00', EXPERT, 'WithdrawAppeal', { reason: null })
    expect(Object.values(office.state.pauses).map((pause) => pause.endedBecause)).toEqual(['case-closed'])
    office.until('2026-03-06 10:00')
    expect(office.all('TaskResumed')).toEqual([])
  })
})

describe('a question to the expert', () => {
  function asked(): Office {
    const office = atSchooling()
    office.give('2026-03-04 10:00', SCHOOLING, 'AskExpert', { ...office.onLead, question: text('which school?') })
    return office
  }

  it('waits until 24:00 of the fifth working day, with stage and promise standing still', () => {
    const office = asked()
    expect([shown(office.clock('answer').dueAt), office.clock('stage').dueAt, office.clock('promised').dueAt]).toEqual([
      '2026-03-12 00:00',
      null,
      null,
    ])
  })

  it('is also what an outcome may lead to: the stage stays, and the reply is the question', () => {
    const office = atSchooling().complete('2026-03-04 10:00', 'ask-wishes')
    expect(office.last('QuestionAsked').data).toMatchObject({ question: { id: 'reply', hash: 'sha256' } })
    expect(office.state.stage).toBe('matching')
    expect(office.all('TaskCompleted').length).toBe(1)
    expect(
      office.refusal('2026-03-04 10:00', SCHOOLING, 'CompleteTask', {
        ...office.onLead,
        outcome: 'matched',
        reply: null,
        note: null,
        officeInCharge: null,
      }),
    ).toBe('task-waiting')
  })

  it('as an outcome needs its words', () => {
    const office = atSchooling()
    expect(
      office.refusal('2026-03-04 10:00', SCHOOLING, 'CompleteTask', {
        ...office.onLead,
        outcome: 'ask-wishes',
        reply: null,
        note: null,
        officeInCharge: null,
      }),
    ).toBe('note-missing')
  })

  it('that is answered lets the work go on', () => {
    const office = asked()
    office.give('2026-03-06 10:00', EXPERT, 'AnswerQuestion', { questionId: 'q1', answer: text('the near one') })
    expect(office.last('TaskResumed').data.because).toBe('answered')
    expect(dates(office)).toEqual(['2026-03-16 17:30', '2026-03-18 17:30', '2026-03-30 17:30'])
    expect(office.clock('answer').stoppedBecause).toBe('answered')
  })

  it('that is not answered lapses with its limit, and the work goes on without', () => {
    const office = asked().until('2026-03-12 00:00')
    expect(office.lead.status).toBe('claimed')
    expect(office.clock('answer')).toMatchObject({ stoppedBecause: 'expired', expiredAt: beijing('2026-03-12 00:00') })
    expect(office.refusal('2026-03-12 09:00', EXPERT, 'AnswerQuestion', { questionId: 'q1', answer: text('late') })).toBe('no-question')
  })

  it('that lapsed is not answered in place of a newer one', () => {
    const office = asked().until('2026-03-12 00:00')
    office.give('2026-03-12 10:00', SCHOOLING, 'AskExpert', { ...office.onLead, question: text('again?') })
    expect(office.refusal('2026-03-12 11:00', EXPERT, 'AnswerQuestion', { questionId: 'q1', answer: text('late') })).toBe('no-question')
    expect(office.refusal('2026-03-12 11:00', EXPERT, 'AnswerQuestion', { questionId: 'q2', answer: text('now') })).toBeNull()
  })
})
