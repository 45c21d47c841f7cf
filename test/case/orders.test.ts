import { describe, expect, it } from '@jest/globals'
import type { TextRef } from '../../domain/case/state.ts'
import { beijing, clerkOf, EXPERT, headOf, itemOf, liaisonOf, PROVINCE, shown, supervisorOf, text } from './builders.ts'
import { filed, type Office } from './office.ts'

const RECEPTION = 'dist-lake.general.reception'

/** A school place found and closed on Monday 2 March at 10:30; aftercare until the 16th. */
function closed(): Office {
  return filed().complete('2026-03-02 10:00', 'accept').complete('2026-03-02 10:15', 'matched').complete('2026-03-02 10:30', 'enrolled')
}

describe('the expert urges (催办)', () => {
  function urged(): Office {
    const office = filed()
    office.give('2026-03-02 10:00', EXPERT, 'UrgeAppeal', { note: text('please') })
    return office
  }

  it('and the window that holds the task owes an answer within a working day', () => {
    const office = urged()
    expect(office.state.orders['o1']).toMatchObject({
      kind: 'urge',
      because: 'urged',
      window: RECEPTION,
      issuedBy: EXPERT,
      answeredAt: null,
    })
    expect(shown(office.clock('order-reply').dueAt)).toBe('2026-03-03 17:30')
  })

  it('once, until the window has answered or its limit has passed', () => {
    const office = urged()
    expect(office.refusal('2026-03-03 17:29', EXPERT, 'UrgeAppeal', { note: null })).toBe('already-urged')
    expect(office.refusal('2026-03-03 17:29', liaisonOf('dist-lake'), 'UrgeAppeal', { note: null })).toBe('already-urged')
    expect(office.refusal('2026-03-03 17:30', EXPERT, 'UrgeAppeal', { note: null })).toBeNull()
    const answered = urged()
    answered.give('2026-03-02 11:00', clerkOf(RECEPTION), 'AnswerOrder', { orderId: 'o1', answer: text('soon') })
    expect(answered.refusal('2026-03-02 11:30', EXPERT, 'UrgeAppeal', { note: null })).toBeNull()
  })

  it('through a liaison officer once as well', () => {
    const office = filed()
    office.give('2026-03-02 10:00', liaisonOf('dist-lake'), 'UrgeAppeal', { note: null })
    expect(office.refusal('2026-03-02 11:00', liaisonOf('dist-lake'), 'UrgeAppeal', { note: null })).toBe('already-urged')
  })

  it('although a supervisor has urged before', () => {
    const office = filed()
    office.give('2026-03-02 10:00', supervisorOf('dist-lake'), 'IssueOrder', { ...office.onLead, order: 'urge', note: null })
    expect(office.refusal('2026-03-02 11:00', EXPERT, 'UrgeAppeal', { note: null })).toBeNull()
  })
})

describe('an order to a window (督办)', () => {
  function ordered(): Office {
    const office = filed()
    office.give('2026-03-02 10:00', supervisorOf('dist-lake'), 'IssueOrder', { ...office.onLead, order: 'supervise', note: text('why') })
    return office
  }

  it('is answered by that window, which stops its clock', () => {
    const office = ordered()
    expect(shown(office.clock('order-reply').dueAt)).toBe('2026-03-04 17:30')
    expect(
      office.refusal('2026-03-02 11:00', clerkOf('dist-lake.health.care'), 'AnswerOrder', { orderId: 'o1', answer: text('done') }),
    ).toBe('other-window')
    office.give('2026-03-02 11:00', clerkOf(RECEPTION), 'AnswerOrder', { orderId: 'o1', answer: text('done') })
    expect(office.state.orders['o1']?.answeredAt).toBe(beijing('2026-03-02 11:00'))
    expect(office.clock('order-reply').stoppedBecause).toBe('answered')
    expect(office.refusal('2026-03-02 12:00', clerkOf(RECEPTION), 'AnswerOrder', { orderId: 'o1', answer: text('again') })).toBe(
      'order-answered',
    )
  })

  it('is not doubled while the window is within its limit; another kind may follow', () => {
    const office = ordered()
    const again = (order: 'urge' | 'supervise') =>
      office.refusal('2026-03-03 10:00', PROVINCE, 'IssueOrder', { ...office.onLead, order, note: null })
    expect([again('supervise'), again('urge')]).toEqual(['order-open', null])
  })

  it('goes with its own window although the task has moved on, and that window’s head hears when it is not answered', () => {
    const office = ordered().complete('2026-03-02 11:00', 'accept').until('2026-03-04 17:30')
    expect(office.lead.window).toBe('dist-lake.education.schooling')
    const told = office.lastNotices.filter((notice) => notice.kind === 'rung-fired').map((notice) => notice.recipient)
    expect(told).toContainEqual({ kind: 'role', role: 'department-head', window: RECEPTION })
    expect(told).not.toContainEqual({ kind: 'role', role: 'department-head', window: 'dist-lake.education.schooling' })
  })

  it('may still be answered in aftercare, and its clock has stopped with the close', () => {
    const office = filed({ item: 'medical-care' })
    office.give('2026-03-02 09:10', supervisorOf('dist-lake'), 'IssueOrder', { ...office.onLead, order: 'supervise', note: null })
    office.complete('2026-03-02 09:20', 'advise')
    expect(office.clock('order-reply').stoppedBecause).toBe('case-closed')
    office.give('2026-03-02 10:00', clerkOf('dist-lake.health.care'), 'AnswerOrder', { orderId: 'o1', answer: text('done') })
    expect(Object.values(office.state.clocks).filter((clock) => clock.kind === 'aftercare').length).toBe(1)
  })
})

describe('a date that has passed', () => {
  it('of an item without a legal limit brings an urging order, so that the expert hears a new date', () => {
    const office = filed({ item: 'medical-care', tier: 'A' })
    office.give('2026-03-02 09:10', office.clerk, 'ClaimTask', office.onLead)
    office.until('2026-03-03 10:00')
    const order = Object.values(office.state.orders).find((each) => each.because === 'late')
    expect(order).toMatchObject({ kind: 'urge', window: 'dist-lake.health.care', issuedBy: { kind: 'timer', id: null } })
  })

  it('brings no further order where the ladder orders at the same instant', () => {
    const office = filed({ item: 'residence-permit', tier: 'B' })
    office.give('2026-03-02 09:10', office.clerk, 'ClaimTask', office.onLead)
    office.until('2026-03-17 17:30')
    const atLegal = office.all('OrderIssued').filter((event) => event.at === beijing('2026-03-17 17:30'))
    expect(atLegal.map((event) => [event.data.order, event.data.rung])).toEqual([['supervise', 'legal-red']])
  })

  it('brings one where an earlier order has run out without an answer', () => {
    const item = itemOf('medical-care')
    const office = filed({ item: { ...item, ladder: item.ladder.filter((rung) => rung.clock !== 'stage') }, tier: 'A' })
    office.give('2026-03-02 09:10', office.clerk, 'ClaimTask', office.onLead)
    const head = headOf('dist-lake.health.care')
    office.give('2026-03-02 09:20', head, 'IssueOrder', { ...office.onLead, order: 'urge', note: null })
    expect(shown(office.clock('order-reply').dueAt)).toBe('2026-03-03 17:30')
    office.give('2026-03-02 10:00', office.clerk, 'PauseTask', {
      ...office.onLead,
      reason: 'awaiting-expert-decision',
      until: beijing('2026-03-04 09:00'),
      note: null,
    })
    office.until('2026-03-05 09:00')
    expect(shown(office.clock('promised').expiredAt)).toBe('2026-03-04 17:30')
    expect(office.all('OrderIssued').map((event) => event.data.because)).toEqual(['ordered', 'late'])
  })
})

describe('aftercare (回访)', () => {
  it('takes one rating and any number of call-backs', () => {
    const office = closed()
    office.give('2026-03-03 10:00', EXPERT, 'RateAppeal', { score: 5, note: null })
    expect(office.refusal('2026-03-03 11:00', EXPERT, 'RateAppeal', { score: 4, note: null })).toBe('already-rated')
    office.give('2026-03-04 10:00', clerkOf(RECEPTION), 'RecordCallBack', { satisfied: true, note: null })
    expect(office.state).toMatchObject({ rating: 5, calledBackAt: beijing('2026-03-04 10:00') })
    expect(office.all('OrderIssued')).toEqual([])
  })

  it('of a bad rating orders the window to set it right in five working days, and begins anew with its answer', () => {
    const office = closed()
    office.give('2026-03-13 10:00', EXPERT, 'RateAppeal', { score: 2, note: text('not good') })
    expect(office.state.orders['o1']).toMatchObject({ kind: 'supervise', because: 'rating', window: RECEPTION })
    expect(shown(office.clock('order-reply').dueAt)).toBe('2026-03-20 17:30')
    office.until('2026-03-19 10:00')
    expect(office.state.status).toBe('aftercare')
    office.give('2026-03-19 10:00', clerkOf(RECEPTION), 'AnswerOrder', { orderId: 'o1', answer: text('set right') })
    expect(shown(office.clock('aftercare').dueAt)).toBe('2026-04-02 17:30')
  })

  it('of a bad rating that nobody answers is raised, and ends all the same', () => {
    const office = closed()
    office.give('2026-03-13 10:00', EXPERT, 'RateAppeal', { score: 1, note: null })
    office.until('2026-03-20 17:30')
    expect(office.last('RungFired').data.rung).toBe('order-red')
    expect(shown(office.clock('aftercare').dueAt)).toBe('2026-04-03 17:30')
    office.until('2026-04-03 17:30')
    expect(office.state.status).toBe('ended')
  })
})

describe('reopening', () => {
  it('enters the first stage again with fresh limits; an acceptance that was given stands', () => {
    const office = closed()
    office.give('2026-03-04 10:00', supervisorOf('dist-lake'), 'ReopenAppeal', { reason: text('why') })
    expect(office.state).toMatchObject({ status: 'open', stage: 'reception', closed: null, rating: null, visits: { reception: 2 } })
    expect(office.lead).toMatchObject({ dispatchedBecause: 'reopened', window: RECEPTION, visit: 2 })
    expect([shown(office.clock('promised').dueAt), shown(office.clock('legal').dueAt)]).toEqual(['2026-03-18 17:30', '2026-04-01 17:30'])
    expect(
      Object.values(office.state.clocks)
        .filter((clock) => clock.stoppedAt === null)
        .map((clock) => clock.kind),
    ).toEqual(['legal', 'promised', 'sign', 'stage'])
  })

  it('of an appeal that was not accepted starts the limit of acceptance', () => {
    const office = filed()
    office.give('2026-03-02 10:00', office.clerk, 'CompleteTask', {
      ...office.onLead,
      outcome: 'not-accepted',
      reply: null,
      note: null,
      officeInCharge: text('tax office'),
    })
    office.give('2026-03-04 10:00', supervisorOf('dist-lake'), 'ReopenAppeal', { reason: null })
    expect(shown(office.clock('acceptance').dueAt)).toBe('2026-03-11 17:30')
  })

  it('is over when aftercare is', () => {
    const office = closed().until('2026-03-16 17:30')
    expect(office.refusal('2026-03-17 10:00', supervisorOf('dist-lake'), 'ReopenAppeal', { reason: null })).toBe('case-ended')
  })
})

describe('a close', () => {
  it('by withdrawal cancels what is open', () => {
    const office = filed()
    office.give('2026-03-03 10:00', EXPERT, 'WithdrawAppeal', { reason: text('not needed') })
    expect(office.state.closed).toMatchObject({ result: 'withdrawn' })
    expect(office.last('TaskCancelled').data.because).toBe('case-closed')
    expect(office.last('AppealClosed').data).toMatchObject({ because: 'withdrawn', reply: { id: 'not needed' } })
  })

  it('by order of a supervisor names a result of the list, and an office where it is not accepted', () => {
    const office = filed()
    const close = (result: string, officeInCharge: TextRef | null = null) =>
      office.refusal('2026-03-03 10:00', PROVINCE, 'CloseByOrder', { result: result as 'settled', reply: null, officeInCharge })
    expect([close('forgotten'), close('not-accepted'), close('not-accepted', text('tax office')), close('explained')]).toEqual([
      'result-unknown',
      'office-in-charge-missing',
      null,
      null,
    ])
  })
})
