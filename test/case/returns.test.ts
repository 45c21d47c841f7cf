import { describe, expect, it } from '@jest/globals'
import type { ReturnReason } from '../../domain/case/reasons.ts'
import { clerkOf, shown, supervisorOf, text, windowNamed } from './builders.ts'
import { filed, type Office } from './office.ts'

const SCHOOLING = 'dist-lake.education.schooling'
const RECEPTION = 'dist-lake.general.reception'

/** An appeal that came to the school window on Monday 2 March at 10:00. */
function atSchooling(): Office {
  return filed().complete('2026-03-02 10:00', 'accept')
}

function returned(office: Office, at: string, reason: ReturnReason = 'not-our-duty'): Office {
  office.until(at)
  office.give(at, office.clerk, 'ReturnTask', { ...office.onLead, reason, note: text('why'), evidence: null })
  return office
}

function twice(): Office {
  return returned(returned(atSchooling(), '2026-03-02 11:00'), '2026-03-02 15:00')
}

describe('a task returned as not its own', () => {
  it('goes to the fallback window of the station', () => {
    const office = returned(atSchooling(), '2026-03-02 11:00')
    expect(office.lead).toMatchObject({ window: RECEPTION, dispatchedBecause: 'returned', stage: 'matching', visit: 1 })
  })

  it('twice in the same stage goes to arbitration by the supervisor within a working day', () => {
    const office = twice()
    expect(office.state.arbitration).toMatchObject({ stage: 'matching', visit: 1 })
    expect(Object.values(office.state.tasks).filter((task) => task.status === 'returned').length).toBe(2)
    expect([office.clock('order-reply').scope.kind, shown(office.clock('order-reply').dueAt), office.clock('order-reply').window]).toEqual([
      'arbitration',
      '2026-03-03 17:30',
      null,
    ])
  })

  it('by the fallback window itself goes to arbitration at once', () => {
    const office = returned(filed(), '2026-03-02 11:00')
    expect(office.state.arbitration).toMatchObject({ stage: 'reception' })
  })

  it('to arbitration goes to the window that the supervisor names, which may not return it', () => {
    const office = twice()
    office.give('2026-03-03 09:00', supervisorOf('dist-lake'), 'Arbitrate', {
      window: windowNamed('city-east.education.schooling'),
      note: null,
    })
    expect(office.state.arbitration).toBeNull()
    expect(office.clock('order-reply').stoppedBecause).toBe('done')
    expect(office.lead).toMatchObject({ window: 'city-east.education.schooling', dispatchedBecause: 'arbitrated' })
    expect(
      office.refusal('2026-03-03 10:00', office.clerk, 'ReturnTask', {
        ...office.onLead,
        reason: 'wrong-place',
        note: null,
        evidence: null,
      }),
    ).toBe('return-after-arbitration')
  })

  it('is counted anew in the next stage', () => {
    const office = returned(atSchooling(), '2026-03-02 11:00').complete('2026-03-02 15:00', 'no-place')
    expect(office.state.returns).toBe(0)
    returned(office, '2026-03-02 16:00')
    expect(office.state.arbitration).toBeNull()
    expect(office.lead.window).toBe(RECEPTION)
  })

  it('is refused once the limit of two working days from dispatch has passed', () => {
    const office = atSchooling()
    const late = { ...office.onLead, reason: 'not-our-duty', note: null, evidence: null } as const
    expect(office.refusal('2026-03-04 17:30', clerkOf(SCHOOLING), 'ReturnTask', late)).toBeNull()
    expect(office.refusal('2026-03-04 17:31', clerkOf(SCHOOLING), 'ReturnTask', late)).toBe('return-too-late')
  })

  it('because the expert cannot be reached needs evidence of two tries', () => {
    const office = atSchooling()
    const unreached = { ...office.onLead, reason: 'cannot-be-reached', note: null } as const
    expect(office.refusal('2026-03-02 11:00', clerkOf(SCHOOLING), 'ReturnTask', { ...unreached, evidence: null })).toBe('evidence-missing')
    expect(office.refusal('2026-03-02 11:00', clerkOf(SCHOOLING), 'ReturnTask', { ...unreached, evidence: text('two calls') })).toBeNull()
  })

  it('does not touch the co-handlers of the stage', () => {
    const office = filed({ facts: { schoolStage: 'primary', hukou: 'none' } }).complete('2026-03-02 10:00', 'accept')
    returned(office, '2026-03-02 11:00')
    expect(Object.values(office.state.tasks).find((task) => task.role === 'co-handler')?.status).toBe('dispatched')
  })
})

describe('an appeal that awaits arbitration', () => {
  it('still runs against its legal and promised dates', () => {
    const office = twice()
    expect([shown(office.clock('promised').dueAt), shown(office.clock('legal').dueAt)]).toEqual(['2026-03-16 17:30', '2026-03-30 17:30'])
  })

  it('keeps its accountable window, which answers when the expert urges', () => {
    const office = twice()
    office.give('2026-03-02 16:00', { kind: 'expert', id: 'expert-1' }, 'UrgeAppeal', { note: null })
    expect(office.last('AppealUrged').data.window).toBe(RECEPTION)
  })

  it('is raised when the supervisor does not decide, and no window is ordered or shown for it', () => {
    const office = twice().until('2026-03-03 17:30')
    const fired = office.all('RungFired').filter((event) => event.data.clockId === office.clock('order-reply').id)
    expect(fired.map((event) => event.data.rung)).toEqual(['order-red'])
    expect(office.lastNotices.filter((notice) => notice.kind === 'rung-fired').map((notice) => notice.recipient)).toEqual([
      { kind: 'role', role: 'station-supervisor', station: 'dist-lake' },
    ])
    expect(office.all('OrderIssued').filter((event) => event.at === office.state.at)).toEqual([])
  })
})
