import { describe, expect, it } from '@jest/globals'
import { beijing, clerkOf, headOf, leadOf, shown, supervisorOf, windowNamed, itemOf } from './builders.ts'
import { filed, type Office } from './office.ts'

const WINDOW = 'dist-lake.education.schooling'
const clerk = clerkOf(WINDOW)
const HEAD = headOf(WINDOW)

/** Accepted on Monday 2 March at 10:00: stage due on the 12th, promised on the 16th, legal on the 30th. */
function atSchooling(): Office {
  return filed().complete('2026-03-02 10:00', 'accept')
}

function asked(at: string, amount: number): Office {
  const office = atSchooling()
  office.give('2026-03-03 09:00', clerk, 'ClaimTask', office.onLead)
  office.give(at, clerk, 'RequestExtension', { ...office.onLead, amount, reason: 'complex-matter', note: null })
  return office
}

function refusalOf(office: Office, at: string, request: { amount?: number; reason?: 'complex-matter' } = {}): string | null {
  return office.refusal(at, clerk, 'RequestExtension', { ...office.onLead, amount: 5, reason: 'complex-matter', note: null, ...request })
}

function dates(office: Office): readonly (string | null)[] {
  return [office.clock('stage'), office.clock('promised'), office.clock('legal')].map((clock) => shown(clock.dueAt))
}

describe('an extension (延期)', () => {
  it('is decided by the role the item names for its length, within two working days', () => {
    expect(asked('2026-03-04 10:00', 5).last('ExtensionRequested').data.decidedBy).toBe('department-head')
    const long = asked('2026-03-04 10:00', 6)
    expect(long.last('ExtensionRequested').data.decidedBy).toBe('station-supervisor')
    expect(shown(long.clock('extension-decision').dueAt)).toBe('2026-03-06 17:30')
  })

  it('that is asked for moves nothing yet', () => {
    expect(dates(asked('2026-03-04 10:00', 5))).toEqual(['2026-03-12 17:30', '2026-03-16 17:30', '2026-03-30 17:30'])
  })

  it('that is granted adds to stage, promised and legal date', () => {
    const office = asked('2026-03-04 10:00', 5)
    office.give('2026-03-05 10:00', HEAD, 'DecideExtension', { requestId: 'x1', granted: true, note: null })
    expect(dates(office)).toEqual(['2026-03-19 17:30', '2026-03-23 17:30', '2026-04-07 17:30'])
    expect(office.last('ClockMoved').data.change).toMatchObject({
      kind: 'extended',
      reason: 'complex-matter',
      extension: { amount: 5, by: `head of ${WINDOW}` },
    })
    expect(office.clock('extension-decision').stoppedBecause).toBe('done')
  })

  it('that is refused moves nothing, and may be asked for again', () => {
    const office = asked('2026-03-04 10:00', 5)
    office.give('2026-03-05 10:00', HEAD, 'DecideExtension', { requestId: 'x1', granted: false, note: null })
    expect(dates(office)).toEqual(['2026-03-12 17:30', '2026-03-16 17:30', '2026-03-30 17:30'])
    expect(office.state.extensions['x1']?.decision).toBe('refused')
    expect(refusalOf(office, '2026-03-05 11:00')).toBeNull()
  })

  it('is refused when it is too long, no number, for no reason of the list, or asked for while one is pending', () => {
    const office = atSchooling()
    expect(refusalOf(office, '2026-03-04 10:00', { amount: 11 })).toBe('extension-too-long')
    expect(refusalOf(office, '2026-03-04 10:00', { amount: 0 })).toBe('amount-invalid')
    expect(refusalOf(office, '2026-03-04 10:00', { amount: 2.5 })).toBe('amount-invalid')
    expect(refusalOf(asked('2026-03-04 10:00', 5), '2026-03-04 11:00')).toBe('extension-pending')
  })

  it('is granted once only for a school place', () => {
    const office = asked('2026-03-04 10:00', 5)
    office.give('2026-03-05 10:00', HEAD, 'DecideExtension', { requestId: 'x1', granted: true, note: null })
    expect(refusalOf(office, '2026-03-05 11:00')).toBe('extension-too-often')
  })

  it('of another length is refused by the unit of the law: eleven working days where ten are the most', () => {
    const office = atSchooling()
    expect(refusalOf(office, '2026-03-04 10:00', { amount: 10 })).toBeNull()
    expect(refusalOf(office, '2026-03-04 10:00', { amount: 1e9 })).toBe('extension-too-long')
    expect(refusalOf(office, '2026-03-04 10:00', { amount: Number.NaN })).toBe('amount-invalid')
    expect(refusalOf(office, '2026-03-04 10:00', { amount: Number.POSITIVE_INFINITY })).toBe('amount-invalid')
  })

  it('does not exist for a residence permit', () => {
    const office = filed({ item: 'residence-permit' })
    expect(
      office.refusal('2026-03-02 10:00', office.clerk, 'RequestExtension', {
        ...office.onLead,
        amount: 1,
        reason: 'complex-matter',
        note: null,
      }),
    ).toBe('extension-not-allowed')
  })

  it('is decided by nobody but that role over that window', () => {
    const office = asked('2026-03-04 10:00', 5)
    const decide = { requestId: 'x1', granted: true, note: null }
    for (const other of [supervisorOf('dist-lake'), leadOf(WINDOW), headOf('dist-lake.health.care'), clerk]) {
      expect(office.refusal('2026-03-05 10:00', other, 'DecideExtension', decide)).toBe('not-permitted')
    }
  })

  it('that a window lead decides is decided by the lead of that window, not of another at the station', () => {
    const item = itemOf('child-schooling')
    const extension = {
      maxTimes: 1,
      maxAmount: 5,
      decidedBy: [{ upTo: 5, role: 'window-lead' as const }],
      decisionLimit: { amount: 1, unit: 'working-days' as const },
    }
    const office = filed({ item: { ...item, limits: { ...item.limits, extension } } })
    office.give('2026-03-02 10:00', office.clerk, 'RequestExtension', { ...office.onLead, amount: 5, reason: 'complex-matter', note: null })
    const decide = { requestId: 'x1', granted: true, note: null }
    expect(office.refusal('2026-03-02 11:00', leadOf('dist-lake.health.care'), 'DecideExtension', decide)).toBe('not-permitted')
    expect(office.refusal('2026-03-02 11:00', leadOf('dist-lake.general.reception'), 'DecideExtension', decide)).toBeNull()
  })
})

describe('an extension that is pending when the date passes', () => {
  function late(amount: number): Office {
    const office = asked('2026-03-12 10:00', amount).until('2026-03-13 10:00')
    expect(office.clock('stage')).toMatchObject({ card: 'red', expiredAt: beijing('2026-03-12 17:30') })
    return office
  }

  function withdrawn(office: Office): unknown {
    return office.all('CardWithdrawn').find((event) => event.data.clockId === office.clock('stage').id)?.data
  }

  it('does not stop the clock; a later grant moves the date and takes the card back', () => {
    const office = late(5)
    office.give('2026-03-13 10:00', HEAD, 'DecideExtension', { requestId: 'x1', granted: true, note: null })
    expect(shown(office.clock('stage').dueAt)).toBe('2026-03-19 17:30')
    expect(office.clock('stage')).toMatchObject({ card: null, expiredAt: null })
    expect(withdrawn(office)).toMatchObject({ colour: 'red', left: null })
  })

  it('leaves the yellow card standing where the new date is near', () => {
    const office = late(1)
    office.give('2026-03-13 10:00', HEAD, 'DecideExtension', { requestId: 'x1', granted: true, note: null })
    expect([shown(office.clock('stage').dueAt), office.clock('stage').card]).toEqual(['2026-03-13 17:30', 'yellow'])
    expect(withdrawn(office)).toMatchObject({ colour: 'red', left: 'yellow' })
  })

  it('arms the rungs again for the new date, each at most once for a date', () => {
    const office = late(5)
    office.give('2026-03-13 10:00', HEAD, 'DecideExtension', { requestId: 'x1', granted: true, note: null })
    office.until('2026-03-19 17:30')
    const fired = office
      .all('RungFired')
      .filter((event) => event.data.clockId === office.clock('stage').id)
      .map((event) => [event.data.rung, shown(event.at), shown(event.data.dueAt)])
    expect(fired).toEqual([
      ['stage-yellow', '2026-03-11 17:30', '2026-03-12 17:30'],
      ['stage-red', '2026-03-12 17:30', '2026-03-12 17:30'],
      ['stage-yellow', '2026-03-18 17:30', '2026-03-19 17:30'],
      ['stage-red', '2026-03-19 17:30', '2026-03-19 17:30'],
    ])
  })

  it('refused leaves card and date as they are', () => {
    const office = late(5)
    office.give('2026-03-13 10:00', HEAD, 'DecideExtension', { requestId: 'x1', granted: false, note: null })
    expect(office.clock('stage')).toMatchObject({ card: 'red', dueAt: beijing('2026-03-12 17:30') })
  })
})

describe('an extension that was asked for and not decided', () => {
  it('ends with its task, and the next window may ask for its own', () => {
    const office = asked('2026-03-04 10:00', 5)
    office.give('2026-03-04 11:00', clerk, 'ReferTask', {
      ...office.onLead,
      window: windowNamed('city-east.education.schooling'),
      note: null,
    })
    expect(office.state.extensions['x1']?.decision).toBe('withdrawn')
    expect(office.last('ExtensionDecided').data).toMatchObject({ granted: false, because: 'task-ended' })
    expect(office.clock('extension-decision').stoppedBecause).toBe('superseded')
    expect(office.refusal('2026-03-05 10:00', HEAD, 'DecideExtension', { requestId: 'x1', granted: true, note: null })).toBe(
      'no-extension-pending',
    )
    office.give('2026-03-05 10:00', office.clerk, 'RequestExtension', { ...office.onLead, amount: 5, reason: 'complex-matter', note: null })
    expect(office.state.extensions['x2']?.decision).toBeNull()
  })

  it('ends with the stage when the work is done in time after all', () => {
    const office = asked('2026-03-04 10:00', 5).complete('2026-03-04 11:00', 'matched')
    expect(office.state.extensions['x1']?.decision).toBe('withdrawn')
  })

  it('stays when the task passes to a colleague', () => {
    const office = asked('2026-03-04 10:00', 5)
    office.give('2026-03-04 11:00', clerk, 'TransferTask', { ...office.onLead, to: 'colleague' })
    expect(office.state.extensions['x1']?.decision).toBeNull()
  })

  it('is granted while the appeal waits: the date follows when the clock runs again', () => {
    const office = asked('2026-03-04 10:00', 5)
    office.give('2026-03-05 10:00', clerk, 'PauseTask', {
      ...office.onLead,
      reason: 'awaiting-expert-decision',
      until: beijing('2026-03-20 17:30'),
      note: null,
    })
    office.give('2026-03-05 11:00', HEAD, 'DecideExtension', { requestId: 'x1', granted: true, note: null })
    expect(dates(office)).toEqual([null, null, '2026-04-07 17:30'])
    office.give('2026-03-06 10:00', clerk, 'ResumeTask', { ...office.onLead, note: null })
    expect(dates(office)).toEqual(['2026-03-20 17:30', '2026-03-24 17:30', '2026-04-07 17:30'])
  })
})
