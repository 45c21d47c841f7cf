import { describe, expect, it } from '@jest/globals'
import { beijing, clerkOf, headOf, leadOf, shown, substituteOf, supervisorOf, text, windowNamed } from './builders.ts'
import { filed, type Office } from './office.ts'

const RECEPTION = 'dist-lake.general.reception'
const clerk = clerkOf(RECEPTION)

function transferred(office: Office, to: string): void {
  office.give('2026-03-02 10:10', clerk, 'TransferTask', { ...office.onLead, to })
}

describe('a task in its window', () => {
  it('is signed for, which stops its sign clock and leaves the stage clock running from dispatch', () => {
    const office = filed()
    office.give('2026-03-02 10:00', clerk, 'SignTask', office.onLead)
    expect(office.lead).toMatchObject({ status: 'signed', signedBy: `clerk of ${RECEPTION}`, assignee: null })
    expect(office.clock('sign')).toMatchObject({ stoppedAt: beijing('2026-03-02 10:00'), stoppedBecause: 'done' })
    expect(shown(office.clock('stage').dueAt)).toBe('2026-03-09 17:30')
  })

  it('is signed for by whoever claims it', () => {
    const office = filed()
    const events = office.give('2026-03-02 10:00', clerk, 'ClaimTask', office.onLead)
    expect(events.map((event) => event.type)).toEqual(['TaskSigned', 'ClockStopped', 'TaskClaimed'])
    expect(office.lead).toMatchObject({ status: 'claimed', assignee: `clerk of ${RECEPTION}` })
  })

  it('goes back to the window when it is released, and a colleague may claim it', () => {
    const office = filed()
    office.give('2026-03-02 10:00', clerk, 'ClaimTask', office.onLead)
    office.give('2026-03-02 10:05', clerk, 'ReleaseTask', office.onLead)
    expect(office.lead).toMatchObject({ status: 'signed', assignee: null })
    office.give('2026-03-02 10:10', clerkOf(RECEPTION, 'colleague'), 'ClaimTask', office.onLead)
    expect(office.lead.assignee).toBe('colleague')
  })

  it('that a colleague has claimed is closed to the other clerks and open to the lead of the window', () => {
    const office = filed()
    office.give('2026-03-02 10:00', clerk, 'ClaimTask', office.onLead)
    expect(office.refusal('2026-03-02 10:05', clerkOf(RECEPTION, 'colleague'), 'ReleaseTask', office.onLead)).toBe('other-assignee')
    expect(office.refusal('2026-03-02 10:05', leadOf(RECEPTION), 'ReleaseTask', office.onLead)).toBeNull()
  })

  it('passes to the colleague it is transferred to', () => {
    const office = filed()
    office.give('2026-03-02 10:00', clerk, 'ClaimTask', office.onLead)
    transferred(office, 'colleague')
    expect(
      office.refusal('2026-03-02 10:20', clerk, 'CompleteTask', {
        ...office.onLead,
        outcome: 'accept',
        reply: null,
        note: null,
        officeInCharge: null,
      }),
    ).toBe('other-assignee')
    office.give('2026-03-02 10:20', clerkOf(RECEPTION, 'colleague'), 'CompleteTask', {
      ...office.onLead,
      outcome: 'accept',
      reply: null,
      note: null,
      officeInCharge: null,
    })
    expect(office.last('TaskCompleted').data.by).toBe('colleague')
  })

  it('that is delegated is worked on by the delegate while the assignee stays responsible', () => {
    const office = filed()
    office.give('2026-03-02 10:00', clerk, 'ClaimTask', office.onLead)
    office.give('2026-03-02 10:10', clerk, 'DelegateTask', { ...office.onLead, to: 'trainee' })
    expect(office.lead).toMatchObject({ assignee: `clerk of ${RECEPTION}`, delegate: 'trainee' })
    office.give('2026-03-02 10:20', clerkOf(RECEPTION, 'trainee'), 'CompleteTask', {
      ...office.onLead,
      outcome: 'accept',
      reply: null,
      note: null,
      officeInCharge: null,
    })
    expect(office.state.stage).toBe('matching')
  })

  it('of an absent clerk is worked on by the substitute, and the events say for whom', () => {
    const office = filed()
    office.give('2026-03-02 10:00', clerk, 'ClaimTask', office.onLead)
    const substitute = substituteOf(RECEPTION, `clerk of ${RECEPTION}`)
    office.give('2026-03-02 10:10', substitute, 'CompleteTask', {
      ...office.onLead,
      outcome: 'accept',
      reply: null,
      note: null,
      officeInCharge: null,
    })
    expect(office.last('TaskCompleted')).toMatchObject({ actor: { kind: 'staff', id: 'substitute' }, actingFor: `clerk of ${RECEPTION}` })
  })

  it('is done by a person under their own right where they have one, not as a substitute', () => {
    const office = filed()
    const both = {
      kind: 'staff',
      id: 'both',
      grants: [
        { role: 'clerk', windows: [RECEPTION], stations: [], actingFor: 'absent' },
        { role: 'clerk', windows: [RECEPTION], stations: [], actingFor: null },
      ],
    } as const
    office.give('2026-03-02 10:00', both, 'ClaimTask', office.onLead)
    expect(office.last('TaskClaimed').actingFor).toBeNull()
  })

  it('changes its version only by commands on itself', () => {
    const office = filed()
    office.give('2026-03-02 10:00', clerk, 'ClaimTask', office.onLead)
    expect(office.lead.version).toBe(3)
    office.until('2026-03-06 18:00')
    expect(office.all('RungFired').length).toBeGreaterThan(0)
    expect(office.lead.version).toBe(3)
    expect(office.refusal('2026-03-06 18:00', clerk, 'ReleaseTask', { taskId: office.lead.id, version: 2 })).toBe('stale-version')
    expect(office.refusal('2026-03-06 18:00', clerk, 'ReleaseTask', { taskId: office.lead.id, version: 3 })).toBeNull()
  })
})

describe('the accountable window (首接负责制)', () => {
  it('stays the one that received first until the next one signs', () => {
    const office = filed().complete('2026-03-02 10:00', 'accept')
    expect(office.lead.window).toBe('dist-lake.education.schooling')
    expect(office.state.accountableWindow).toBe(RECEPTION)
    office.give('2026-03-02 11:00', clerkOf('dist-lake.education.schooling'), 'SignTask', office.onLead)
    expect(office.state.accountableWindow).toBe('dist-lake.education.schooling')
  })

  it('does not pass to a co-handler that signs', () => {
    const office = filed({ facts: { schoolStage: 'primary', hukou: 'none' } }).complete('2026-03-02 10:00', 'accept')
    const coTask = office.last('TaskDispatched').data
    office.give('2026-03-02 11:00', clerkOf('dist-lake.public-security.household'), 'ClaimTask', { taskId: coTask.taskId, version: null })
    expect(coTask.role).toBe('co-handler')
    expect(office.state.accountableWindow).toBe(RECEPTION)
  })

  it('does not pass to a window that returns the task as not its own', () => {
    const office = filed().complete('2026-03-02 10:00', 'accept')
    office.give('2026-03-02 11:00', clerkOf('dist-lake.education.schooling'), 'ReturnTask', {
      ...office.onLead,
      reason: 'not-our-duty',
      note: null,
      evidence: null,
    })
    expect(office.state.accountableWindow).toBe(RECEPTION)
  })

  it('is the referring one until the window it referred to has signed', () => {
    const office = filed()
    office.give('2026-03-02 10:00', clerk, 'ReferTask', {
      ...office.onLead,
      window: windowNamed('city-east.general.coordination'),
      note: text('why'),
    })
    expect(office.lead).toMatchObject({ window: 'city-east.general.coordination', dispatchedBecause: 'referred', stage: 'reception' })
    expect(office.state.accountableWindow).toBe(RECEPTION)
    office.give('2026-03-02 11:00', clerkOf('city-east.general.coordination'), 'SignTask', office.onLead)
    expect(office.state.accountableWindow).toBe('city-east.general.coordination')
  })
})

describe('reassignment', () => {
  it('gives an unsigned task to a person, who thereby has it signed and claimed', () => {
    const office = filed()
    office.give('2026-03-02 10:00', headOf(RECEPTION), 'ReassignTask', { ...office.onLead, window: null, to: 'colleague', reason: null })
    expect(office.lead).toMatchObject({ status: 'claimed', assignee: 'colleague', signedBy: 'colleague' })
    expect(office.clock('sign').stoppedBecause).toBe('done')
  })

  it('gives a waiting task to another person, who has it claimed when the wait is over', () => {
    const office = filed()
    office.give('2026-03-02 10:00', clerk, 'PauseTask', {
      ...office.onLead,
      reason: 'awaiting-materials',
      until: beijing('2026-03-05 17:30'),
      note: null,
    })
    office.give('2026-03-03 10:00', headOf(RECEPTION), 'ReassignTask', { ...office.onLead, window: null, to: 'colleague', reason: null })
    expect(office.lead).toMatchObject({ status: 'waiting', assignee: 'colleague' })
    office.until('2026-03-05 17:30')
    expect(office.lead).toMatchObject({ status: 'claimed', assignee: 'colleague' })
  })

  it('moves a task to another window, where its limits start at dispatch', () => {
    const office = filed()
    office.give('2026-03-03 10:00', supervisorOf('dist-lake'), 'ReassignTask', {
      ...office.onLead,
      window: windowNamed('city-east.general.reception'),
      to: null,
      reason: null,
    })
    expect(office.lead).toMatchObject({ window: 'city-east.general.reception', status: 'dispatched', dispatchedBecause: 'reassigned' })
    expect(shown(office.clock('stage').dueAt)).toBe('2026-03-10 17:30')
  })

  it('moves a task to a person in another window in one step', () => {
    const office = filed()
    office.give('2026-03-03 10:00', supervisorOf('dist-lake'), 'ReassignTask', {
      ...office.onLead,
      window: windowNamed('city-east.general.reception'),
      to: 'her',
      reason: null,
    })
    expect(office.lead).toMatchObject({ window: 'city-east.general.reception', status: 'claimed', assignee: 'her' })
    expect(office.state.accountableWindow).toBe('city-east.general.reception')
  })
})
