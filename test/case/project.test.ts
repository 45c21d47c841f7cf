import { describe, expect, it } from '@jest/globals'
import { eventRow, rowsOf } from '../../domain/case/index.ts'
import { beijing, clerkOf } from './builders.ts'
import { filed } from './office.ts'

const SCHOOLING = clerkOf('dist-lake.education.schooling')

describe('the rows of an appeal', () => {
  it('show a task in the colour of its clocks, and are written when only a clock has changed', () => {
    const office = filed().complete('2026-03-02 10:00', 'accept')
    office.give('2026-03-02 11:00', SCHOOLING, 'ClaimTask', office.onLead)
    office.until('2026-03-11 17:30')
    const step = office.steps.at(-1)
    if (!step) throw new Error('nothing happened')
    expect(step.after.tasks).toBe(step.before.tasks)
    expect(rowsOf(step.after, step.before).tasks.map((task) => [task.taskId, task.colour])).toEqual([[office.lead.id, 'yellow']])
  })

  it('list the earliest date that runs, and none while all stand still or after the close', () => {
    const office = filed({ item: 'medical-care', tier: 'A' })
    expect(rowsOf(office.state).appeal).toMatchObject({
      dueAt: beijing('2026-03-02 11:00'),
      promisedDueAt: beijing('2026-03-03 10:00'),
      legalDueAt: null,
      paused: false,
      nextWakeAt: beijing('2026-03-02 09:15'),
    })
    office.give('2026-03-02 09:10', office.clerk, 'PauseTask', {
      ...office.onLead,
      reason: 'hearing',
      until: beijing('2026-03-03 09:00'),
      note: null,
    })
    expect(rowsOf(office.state).appeal).toMatchObject({ dueAt: null, paused: true, nextWakeAt: beijing('2026-03-03 09:00') })
    office.give('2026-03-02 09:20', office.clerk, 'ResumeTask', { ...office.onLead, note: null })
    office.complete('2026-03-02 09:30', 'advise')
    expect(rowsOf(office.state).appeal).toMatchObject({
      dueAt: null,
      status: 'aftercare',
      result: 'explained',
      closedAt: beijing('2026-03-02 09:30'),
      endedAt: null,
    })
  })
})

describe('an event', () => {
  it('is never dated before the one it follows, whenever its command was received', () => {
    const office = filed({}, '2026-03-02 10:00')
    office.give('2026-03-02 09:59', office.clerk, 'ClaimTask', office.onLead)
    expect(office.last('TaskClaimed').at).toBe(beijing('2026-03-02 10:00'))
  })

  it('is written as text with its keys in order, so that the same event always has the same hash', () => {
    const office = filed()
    office.give('2026-03-02 10:00', office.clerk, 'SignTask', office.onLead)
    const signed = office.last('TaskSigned')
    expect(eventRow(signed)).toEqual({
      seq: 7,
      at: 1772416800000,
      type: 'TaskSigned',
      audience: 'expert',
      actorKind: 'staff',
      actorId: 'clerk of dist-lake.general.reception',
      actingFor: null,
      commandId: 'command-1',
      body: '{"actingFor":null,"actor":{"id":"clerk of dist-lake.general.reception","kind":"staff"},"at":1772416800000,"commandId":"command-1","data":{"by":"clerk of dist-lake.general.reception","taskId":"00000000-0000-4000-8000-0000000000aa-t1"},"seq":7,"type":"TaskSigned"}',
    })
  })
})
