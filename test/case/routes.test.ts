import { describe, expect, it } from '@jest/globals'
import { openCoTasks } from '../../domain/case/lookups.ts'
import { beijing, clerkOf, itemOf, shown, type Filing } from './builders.ts'
import { filed, type Office } from './office.ts'

/** Works an appeal through these outcomes, an hour apart; co-handlers consent as soon as they are asked. */
function worked(filing: Filing, outcomes: readonly string[]): Office {
  const office = filed(filing, '2026-03-02 09:00')
  outcomes.forEach((outcome, index) => {
    const at = beijing('2026-03-02 09:10') + index * 10 * 60_000
    for (const task of openCoTasks(office.state))
      office.give(at, clerkOf(task.window), 'GiveConsent', { taskId: task.id, version: null, note: null })
    office.complete(at, outcome)
  })
  return office
}

function windows(office: Office): readonly string[] {
  return office.all('TaskDispatched').map(({ data }) => `${data.stage} ${data.role === 'lead' ? '' : 'with '}${data.window}`)
}

const ROUTES: readonly {
  readonly title: string
  readonly filing: Filing
  readonly outcomes: readonly string[]
  readonly windows: readonly string[]
  readonly result: string
}[] = [
  {
    title: 'a place at a primary school is found in the district',
    filing: { item: 'child-schooling' },
    outcomes: ['accept', 'matched', 'enrolled'],
    windows: [
      'reception dist-lake.general.reception',
      'matching dist-lake.education.schooling',
      'confirmation dist-lake.general.reception',
    ],
    result: 'settled',
  },
  {
    title: 'a place at a senior school is approved by the province, and a child without registration is seen by the police too',
    filing: { item: 'child-schooling', facts: { schoolStage: 'senior', hukou: 'none' } },
    outcomes: ['accept', 'matched', 'approve', 'enrolled'],
    windows: [
      'reception dist-lake.general.reception',
      'matching dist-lake.education.schooling',
      'matching with dist-lake.public-security.household',
      'approval prov.education.schooling',
      'confirmation dist-lake.general.reception',
    ],
    result: 'settled',
  },
  {
    title: 'a district without a school window sends up to its city, and a place beyond the district is looked for there',
    filing: { item: 'child-schooling', station: 'dist-hill' },
    outcomes: ['accept', 'no-place', 'waiting-list'],
    windows: [
      'reception dist-hill.general.reception',
      'matching city-east.education.schooling',
      'coordination city-east.general.coordination',
    ],
    result: 'partly-settled',
  },
  {
    title: 'a declined place is matched again, which is a second visit of the stage',
    filing: { item: 'child-schooling' },
    outcomes: ['accept', 'matched', 'declined', 'matched', 'enrolled'],
    windows: [
      'reception dist-lake.general.reception',
      'matching dist-lake.education.schooling',
      'confirmation dist-lake.general.reception',
      'matching dist-lake.education.schooling',
      'confirmation dist-lake.general.reception',
    ],
    result: 'settled',
  },
  {
    title: 'a first permit of four years goes to the health window too and is decided by the province',
    filing: { item: 'residence-permit', facts: { application: 'first', purpose: 'work', months: 48 } },
    outcomes: ['forward', 'propose-grant', 'grant', 'made', 'delivered'],
    windows: [
      'intake dist-lake.general.reception',
      'examination city-east.public-security.exit-entry',
      'examination with city-east.health.examination',
      'province-decision prov.public-security.exit-entry',
      'issue city-east.public-security.exit-entry',
      'delivery dist-lake.general.reception',
    ],
    result: 'settled',
  },
  {
    title: 'a renewal of a year is refused with reasons by the city',
    filing: { item: 'residence-permit' },
    outcomes: ['forward', 'propose-refusal', 'refuse'],
    windows: [
      'intake dist-lake.general.reception',
      'examination city-east.public-security.exit-entry',
      'decision city-east.public-security.exit-entry',
    ],
    result: 'explained',
  },
  {
    title: 'an appointment at a hospital is booked in two steps',
    filing: { item: 'medical-care' },
    outcomes: ['direct', 'booked'],
    windows: ['triage dist-lake.health.care', 'booking city-east.health.hospital-liaison'],
    result: 'settled',
  },
  {
    title: 'the major illness of an expert is reported, and finance has its say on the allowance',
    filing: { item: 'medical-care', tier: 'A', facts: { kind: 'major-illness', patient: 'expert', hospitalised: true } },
    outcomes: ['direct', 'arranged', 'covered'],
    windows: [
      'triage dist-lake.health.care',
      'illness-report city-east.health.hospital-liaison',
      'cover city-east.medical-insurance.claims',
      'cover with city-east.finance.budget',
    ],
    result: 'settled',
  },
  {
    title: 'a large project is reviewed with finance and decided by the province',
    filing: { item: 'funding', facts: { kind: 'research', amount: 900_000 } },
    outcomes: ['accept', 'recommend', 'approve', 'paid'],
    windows: [
      'application dist-lake.general.reception',
      'review city-east.science.projects',
      'review with city-east.finance.budget',
      'province-decision prov.science.decision',
      'province-decision with prov.finance.budget',
      'payment city-east.finance.budget',
    ],
    result: 'settled',
  },
  {
    title: 'a small venture of a tier C expert is reviewed with finance and the talent office, and rejected',
    filing: { item: 'funding', tier: 'C', facts: { kind: 'venture', amount: 200_000 } },
    outcomes: ['accept', 'not-recommended', 'reject'],
    windows: [
      'application dist-lake.general.reception',
      'review city-east.science.projects',
      'review with city-east.finance.budget',
      'review with city-east.human-resources.talent-card',
      'decision city-east.science.decision',
    ],
    result: 'explained',
  },
]

describe('the routes of the four service items', () => {
  it.each(ROUTES)('$title', ({ filing, outcomes, windows: expected, result }) => {
    const office = worked(filing, outcomes)
    expect(windows(office)).toEqual(expected)
    expect(office.state).toMatchObject({ status: 'aftercare', stage: null, closed: { result } })
  })

  it('what a condition was worth is kept in the event it led to', () => {
    const office = worked({ item: 'funding', facts: { kind: 'research', amount: 900_000 } }, ['accept', 'recommend'])
    expect(office.last('StageEntered').data).toMatchObject({
      stage: 'province-decision',
      from: 'review',
      conditions: { 'form.amount > 500000': true },
    })
  })

  it('a stage whose window no station of the expert has goes to the fallback window', () => {
    const item = itemOf('child-schooling')
    const nowhere = { ...item, stages: item.stages.map((stage) => ({ ...stage, window: { ...stage.window, function: 'closed-down' } })) }
    const office = filed({ item: nowhere })
    expect(office.last('TaskDispatched').data).toMatchObject({ window: 'dist-lake.general.reception', resolved: 'fallback' })
  })

  it('a clerk may complete without having claimed: that signs for and claims the task first', () => {
    const office = filed().complete('2026-03-02 10:00', 'accept')
    expect(office.steps.at(-1)?.events.map((event) => event.type)).toEqual([
      'TaskSigned',
      'ClockStopped',
      'TaskClaimed',
      'AppealAccepted',
      'ClockStopped',
      'ClockStarted',
      'ClockStarted',
      'TaskCompleted',
      'ClockStopped',
      'StageEntered',
      'TaskDispatched',
      'ClockStarted',
      'ClockStarted',
    ])
  })
})

describe('after the close', () => {
  it('aftercare lasts as long as the item says, then the appeal ends and nothing wakes it any more', () => {
    const office = worked({ item: 'child-schooling' }, ['accept', 'matched', 'enrolled'])
    expect(shown(office.clock('aftercare').dueAt)).toBe('2026-03-16 17:30')
    office.until('2026-03-16 17:29')
    expect(office.state.status).toBe('aftercare')
    office.until('2026-03-16 17:30')
    expect(office.state.status).toBe('ended')
    expect(office.last('AppealEnded').actor).toEqual({ kind: 'timer', id: null })
  })

  it('every other clock stops with the close', () => {
    const office = worked({ item: 'medical-care' }, ['direct', 'booked'])
    expect(
      Object.values(office.state.clocks)
        .filter((clock) => clock.stoppedAt === null)
        .map((clock) => clock.kind),
    ).toEqual(['aftercare'])
  })

  it('rungs that were still ahead of a stopped clock are cancelled with that reason', () => {
    const office = worked({ item: 'medical-care' }, ['direct', 'booked'])
    expect(office.clock('promised').rungs.map((rung) => [rung.state, rung.because])).toEqual([
      ['cancelled', 'clock-stopped'],
      ['cancelled', 'clock-stopped'],
      ['cancelled', 'clock-stopped'],
    ])
  })
})
