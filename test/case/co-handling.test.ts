import { describe, expect, it } from '@jest/globals'
import type { Task } from '../../domain/case/state.ts'
import { beijing, clerkOf, itemOf, shown, text, windowNamed } from './builders.ts'
import { filed, type Office } from './office.ts'

const HOUSEHOLD = 'dist-lake.public-security.household'
const NO_HUKOU = { schoolStage: 'primary', hukou: 'none' }

/** A school place for a child without registration: the police co-handle, three working days from Monday 2 March. */
function coHandled(): Office {
  return filed({ facts: NO_HUKOU }).complete('2026-03-02 10:00', 'accept')
}

function coTask(office: Office): Task {
  const task = Object.values(office.state.tasks).findLast((each) => each.role === 'co-handler')
  if (!task) throw new Error('no co-handler')
  return task
}

function matched(office: Office, at: string): string | null {
  return office.refusal(at, clerkOf('dist-lake.education.schooling'), 'CompleteTask', {
    ...office.onLead,
    outcome: 'matched',
    reply: null,
    note: null,
    officeInCharge: null,
  })
}

describe('a co-handling window (协办)', () => {
  it('is asked only where its condition holds', () => {
    expect(Object.values(coHandled().state.tasks).map((task) => task.role)).toEqual(['lead', 'lead', 'co-handler'])
    expect(Object.values(filed().complete('2026-03-02 10:00', 'accept').state.tasks).map((task) => task.role)).toEqual(['lead', 'lead'])
  })

  it('works in parallel: the lead may not finish before it has answered or let its time pass', () => {
    const office = coHandled()
    expect(matched(office, '2026-03-03 10:00')).toBe('co-handlers-open')
    office.give('2026-03-03 11:00', clerkOf(HOUSEHOLD), 'GiveConsent', { taskId: coTask(office).id, version: null, note: text('fine') })
    expect(coTask(office)).toMatchObject({ status: 'done', opinion: 'consent' })
    expect(matched(office, '2026-03-03 11:30')).toBeNull()
  })

  it('that is silent past its limit consents, marked as such, by nobody but the passing of time', () => {
    const office = coHandled()
    expect(shown(office.clock('co-handling').dueAt)).toBe('2026-03-05 17:30')
    expect(coTask(office.until('2026-03-05 17:29')).status).toBe('dispatched')
    expect(coTask(office.until('2026-03-05 17:30'))).toMatchObject({
      status: 'done',
      opinion: 'tacit',
      endedAt: beijing('2026-03-05 17:30'),
    })
    expect(office.last('ConsentGiven')).toMatchObject({ actor: { kind: 'timer', id: null }, data: { tacit: true } })
    expect(matched(office, '2026-03-06 09:00')).toBeNull()
  })

  it('objects with reasons; a "no" without reasons is no objection', () => {
    const office = coHandled()
    const onTask = { taskId: coTask(office).id, version: null }
    expect(office.refusal('2026-03-03 10:00', clerkOf(HOUSEHOLD), 'RaiseObjection', { ...onTask, reasons: null })).toBe('reasons-missing')
    office.give('2026-03-03 10:00', clerkOf(HOUSEHOLD), 'RaiseObjection', { ...onTask, reasons: text('reasons') })
    expect(coTask(office)).toMatchObject({ status: 'done', opinion: 'objection' })
    expect(office.clock('co-handling').stoppedBecause).toBe('answered')
    expect(matched(office, '2026-03-03 11:00')).toBeNull()
  })

  it('keeps its own limit while the lead waits for the expert', () => {
    const office = coHandled()
    office.give('2026-03-03 10:00', office.clerk, 'PauseTask', {
      ...office.onLead,
      reason: 'awaiting-expert-decision',
      until: beijing('2026-03-10 17:30'),
      note: null,
    })
    expect(shown(office.clock('co-handling').dueAt)).toBe('2026-03-05 17:30')
  })

  it('is called in by the lead with the limit that the stage gives its co-handlers', () => {
    const office = coHandled()
    office.give('2026-03-03 10:00', office.clerk, 'RequestCoHandling', {
      ...office.onLead,
      window: windowNamed('dist-lake.health.care'),
      note: null,
    })
    expect(coTask(office)).toMatchObject({ window: 'dist-lake.health.care', dispatchedBecause: 'co-handling', stage: 'matching' })
    expect(shown(office.clock('co-handling').dueAt)).toBe('2026-03-06 17:30')
  })

  it('is called in with three working days where the stage knows none', () => {
    const office = filed()
    office.give('2026-03-02 10:00', office.clerk, 'RequestCoHandling', {
      ...office.onLead,
      window: windowNamed('dist-lake.health.care'),
      note: null,
    })
    expect(shown(office.clock('co-handling').dueAt)).toBe('2026-03-05 17:30')
  })

  it('is not called in twice, nor is the lead window itself', () => {
    const office = coHandled()
    for (const window of [HOUSEHOLD, 'dist-lake.education.schooling']) {
      expect(
        office.refusal('2026-03-03 10:00', office.clerk, 'RequestCoHandling', {
          ...office.onLead,
          window: windowNamed(window),
          note: null,
        }),
      ).toBe('already-co-handling')
    }
  })

  it('counts as consenting when the stage runs out, where the item says so', () => {
    const item = itemOf('child-schooling')
    const stages = item.stages.map((stage) =>
      stage.code === 'matching'
        ? {
            ...stage,
            onExpiry: 'deemed-consent' as const,
            coHandlers: stage.coHandlers.map((each) => ({ ...each, limit: { amount: 30, unit: 'working-days' as const } })),
          }
        : stage,
    )
    const office = filed({ item: { ...item, stages }, facts: NO_HUKOU }).complete('2026-03-02 10:00', 'accept')
    office.give('2026-03-02 11:00', office.clerk, 'ClaimTask', office.onLead)
    office.until('2026-03-12 17:30')
    expect(coTask(office)).toMatchObject({ status: 'done', opinion: 'tacit' })
  })

  it('is not waited for where the appeal is not accepted, and its task is cancelled with the close', () => {
    const item = itemOf('residence-permit')
    const [, examination] = item.stages
    const refusing = item.stages[0]?.outcomes.find((outcome) => outcome.code === 'not-competent')
    if (!examination || !refusing) throw new Error('the item has changed')
    const office = filed({
      item: { ...item, start: 'examination', stages: [{ ...examination, outcomes: [refusing] }] },
      facts: { application: 'first', purpose: 'work', months: 24 },
    })
    office.give('2026-03-02 10:00', office.clerk, 'CompleteTask', {
      ...office.onLead,
      outcome: 'not-competent',
      reply: null,
      note: null,
      officeInCharge: text('police of West City'),
    })
    expect(office.state.closed).toMatchObject({
      at: beijing('2026-03-02 10:00'),
      result: 'not-accepted',
      officeInCharge: { id: 'police of West City' },
    })
    expect(office.last('TaskCancelled').data).toMatchObject({ taskId: coTask(office).id, because: 'case-closed' })
  })
})
