import { describe, expect, it } from '@jest/globals'
import { beijing, clerkOf, EXPERT, itemOf, shown, text } from './builders.ts'
import { filed, type Office } from './office.ts'

const RECEPTION = clerkOf('dist-lake.general.reception')

function noticed(materials: readonly string[] = ['kinship']): Office {
  const office = filed({ materials: { kinship: 'missing' } })
  office.give('2026-03-03 10:00', RECEPTION, 'IssueDeficiencyNotice', { ...office.onLead, materials, note: text('what is missing') })
  return office
}

function runningAcceptanceClocks(office: Office): number {
  return Object.values(office.state.clocks).filter((clock) => clock.kind === 'acceptance' && clock.stoppedAt === null).length
}

describe('acceptance (受理)', () => {
  it('by an outcome starts the legal and the promised clock', () => {
    const office = filed().complete('2026-03-04 10:00', 'accept')
    expect(office.state.accepted).toEqual({ at: beijing('2026-03-04 10:00'), mode: 'explicit' })
    expect([shown(office.clock('legal').dueAt), shown(office.clock('promised').dueAt)]).toEqual(['2026-04-01 17:30', '2026-03-18 17:30'])
  })

  it('of a joint review counts 45 working days over Qingming, Labour Day and its make-up Saturday', () => {
    const office = filed({ item: 'funding' }).complete('2026-03-04 10:00', 'accept')
    expect([shown(office.clock('legal').dueAt), shown(office.clock('promised').dueAt)]).toEqual(['2026-05-11 17:30', '2026-04-16 17:30'])
  })

  it('is deemed given when nothing was said in five working days, and counts from the day of receipt (art. 32)', () => {
    const office = filed().until('2026-03-09 17:29')
    expect(office.state.accepted).toBeNull()
    office.until('2026-03-09 17:30')
    expect(office.state.accepted).toEqual({ at: beijing('2026-03-02 09:00'), mode: 'deemed' })
    expect([shown(office.clock('legal').dueAt), shown(office.clock('promised').dueAt)]).toEqual(['2026-03-30 17:30', '2026-03-16 17:30'])
    expect(office.clock('acceptance').stoppedBecause).toBe('expired')
  })

  it('deemed late fires only the latest of the rungs that are past by then', () => {
    const item = itemOf('child-schooling')
    const limit = { amount: 5, unit: 'working-days', startsAt: 'acceptance' } as const
    const office = filed({ item: { ...item, limits: { ...item.limits, promised: { A: limit, B: limit, C: limit } } } }).until(
      '2026-03-09 17:30',
    )
    expect(office.clock('promised').rungs.map((rung) => [rung.code, rung.state, rung.because])).toEqual([
      ['promised-yellow', 'cancelled', 'later-rung-fired'],
      ['promised-red', 'fired', null],
    ])
  })

  it('deemed while the appeal waits for the expert starts the promised clock standing still, with the wait taken in', () => {
    const office = filed()
    office.give('2026-03-06 10:00', RECEPTION, 'PauseTask', {
      ...office.onLead,
      reason: 'awaiting-expert-decision',
      until: beijing('2026-03-13 12:00'),
      note: null,
    })
    office.until('2026-03-09 17:30')
    expect([office.clock('promised').dueAt, shown(office.clock('legal').dueAt)]).toEqual([null, '2026-03-30 17:30'])
    office.give('2026-03-11 10:00', RECEPTION, 'ResumeTask', { ...office.onLead, note: null })
    expect(shown(office.clock('promised').dueAt)).toBe('2026-03-19 17:30')
  })

  it('is not given while required papers are missing', () => {
    const office = filed({ materials: { kinship: 'missing' } })
    const accept = { ...office.onLead, outcome: 'accept', reply: null, note: null, officeInCharge: null }
    expect(office.refusal('2026-03-03 10:00', RECEPTION, 'CompleteTask', accept)).toBe('materials-incomplete')
  })

  it('that is refused names the office in charge', () => {
    const office = filed()
    const refuse = { ...office.onLead, outcome: 'not-accepted', reply: text('why'), note: null }
    expect(office.refusal('2026-03-03 10:00', RECEPTION, 'CompleteTask', { ...refuse, officeInCharge: null })).toBe(
      'office-in-charge-missing',
    )
    office.give('2026-03-03 10:00', RECEPTION, 'CompleteTask', { ...refuse, officeInCharge: text('tax office') })
    expect(office.state.closed).toMatchObject({ result: 'not-accepted', officeInCharge: { id: 'tax office' } })
  })

  it('that was deemed given cannot be refused afterwards, by window or supervisor', () => {
    const office = filed()
    const refuse = { ...office.onLead, outcome: 'not-accepted', reply: null, note: null, officeInCharge: text('tax office') }
    expect(office.refusal('2026-03-10 10:00', RECEPTION, 'CompleteTask', refuse)).toBe('already-accepted')
    const supervisor = {
      kind: 'staff',
      id: 's',
      grants: [{ role: 'station-supervisor', windows: [], stations: ['dist-lake'], actingFor: null }],
    } as const
    expect(
      office.refusal('2026-03-10 10:00', supervisor, 'CloseByOrder', {
        result: 'not-accepted',
        reply: null,
        officeInCharge: text('tax office'),
      }),
    ).toBe('already-accepted')
  })
})

describe('a deficiency notice (一次性告知)', () => {
  it('stops acceptance and stage, and gives the expert until 24:00 of the fifth working day', () => {
    const office = noticed()
    expect(office.clock('acceptance').stoppedBecause).toBe('done')
    expect([office.clock('stage').dueAt, shown(office.clock('cure').dueAt), office.clock('cure').window]).toEqual([
      null,
      '2026-03-11 00:00',
      null,
    ])
    expect(office.lead.status).toBe('waiting')
  })

  it('is issued once only', () => {
    const office = noticed()
    office.give('2026-03-04 10:00', EXPERT, 'SupplementAppeal', { materials: [], note: text('I have sent it before') })
    expect(
      office.refusal('2026-03-04 11:00', RECEPTION, 'IssueDeficiencyNotice', { ...office.onLead, materials: ['kinship'], note: null }),
    ).toBe('deficiency-already-noticed')
  })

  it('names all that is missing at once', () => {
    const office = filed({ materials: { kinship: 'missing', identity: 'missing' } })
    expect(
      office.refusal('2026-03-03 10:00', RECEPTION, 'IssueDeficiencyNotice', { ...office.onLead, materials: ['kinship'], note: null }),
    ).toBe('materials-incomplete')
    expect(
      office.refusal('2026-03-03 10:00', RECEPTION, 'IssueDeficiencyNotice', {
        ...office.onLead,
        materials: ['identity', 'kinship'],
        note: null,
      }),
    ).toBeNull()
  })

  it('may ask again for a paper that was handed in and will not do', () => {
    const office = filed()
    office.give('2026-03-03 10:00', RECEPTION, 'IssueDeficiencyNotice', { ...office.onLead, materials: ['identity'], note: null })
    expect(office.state.materials).toMatchObject({ identity: 'missing', kinship: 'provided' })
  })

  it('is answered by a supplement: the stage runs on and the five days of acceptance begin anew', () => {
    const office = noticed()
    office.give('2026-03-06 11:00', EXPERT, 'SupplementAppeal', { materials: ['kinship'], note: null })
    expect(office.last('MaterialsSupplemented').data).toMatchObject({ materials: ['kinship'], complete: true })
    expect(office.clock('cure').stoppedBecause).toBe('answered')
    expect([shown(office.clock('stage').dueAt), shown(office.clock('acceptance').dueAt)]).toEqual(['2026-03-12 17:30', '2026-03-13 17:30'])
    expect(office.lead.status).toBe('claimed')
  })

  it('that was answered counts a deemed acceptance from the day the supplement came in', () => {
    const office = noticed()
    office.give('2026-03-06 11:00', EXPERT, 'SupplementAppeal', { materials: ['kinship'], note: null })
    office.until('2026-03-12 17:30')
    expect(office.state.accepted).toEqual({ at: beijing('2026-03-06 11:00'), mode: 'deemed' })
    expect(shown(office.clock('promised').dueAt)).toBe('2026-03-20 17:30')
  })

  it('that is answered in part goes on too, and the window decides on what there is', () => {
    const office = noticed(['kinship', 'identity'])
    office.give('2026-03-06 11:00', EXPERT, 'SupplementAppeal', { materials: ['identity'], note: null })
    expect(office.last('MaterialsSupplemented').data.complete).toBe(false)
    expect(office.lead.status).toBe('claimed')
  })

  it('without an answer lapses the appeal at 24:00 of the last day', () => {
    const office = noticed().until('2026-03-10 23:59')
    expect(office.state.status).toBe('open')
    office.until('2026-03-11 00:00')
    expect(office.state).toMatchObject({ status: 'aftercare', closed: { at: beijing('2026-03-11 00:00'), result: 'lapsed' } })
  })

  it('that a clerk ends by resuming, since the papers came by hand, begins acceptance anew as well', () => {
    const office = noticed()
    office.give('2026-03-05 10:00', RECEPTION, 'ResumeTask', { ...office.onLead, note: null })
    expect(shown(office.clock('acceptance').dueAt)).toBe('2026-03-12 17:30')
    expect(office.clock('cure').stoppedAt).toBe(beijing('2026-03-05 10:00'))
  })

  it('comes too late once the appeal is accepted', () => {
    const office = filed()
    expect(
      office.refusal('2026-03-10 10:00', RECEPTION, 'IssueDeficiencyNotice', { ...office.onLead, materials: ['kinship'], note: null }),
    ).toBe('already-accepted')
  })

  it('is not the only wait for papers: after a plain pause for them one acceptance clock runs, not two', () => {
    const office = filed({ materials: { kinship: 'missing' } })
    office.give('2026-03-03 10:00', RECEPTION, 'PauseTask', {
      ...office.onLead,
      reason: 'awaiting-materials',
      until: beijing('2026-03-06 17:30'),
      note: null,
    })
    office.give('2026-03-04 10:00', EXPERT, 'SupplementAppeal', { materials: ['kinship'], note: null })
    expect(office.lead.status).toBe('claimed')
    expect(runningAcceptanceClocks(office)).toBe(1)
  })
})

describe('provisional acceptance (容缺受理)', () => {
  function lacking(): Office {
    return filed({ materials: { 'residence-proof': 'missing' } })
  }

  it('takes a written promise for a minor paper, and gives the expert a limit of their own for it', () => {
    const office = lacking()
    office.give('2026-03-03 10:00', RECEPTION, 'AcceptProvisionally', {
      ...office.onLead,
      promised: ['residence-proof'],
      note: text('promise'),
    })
    expect(office.state.accepted).toEqual({ at: beijing('2026-03-03 10:00'), mode: 'provisional' })
    expect(office.state.materials['residence-proof']).toBe('promised')
    expect(shown(office.clock('cure').dueAt)).toBe('2026-03-11 00:00')
    expect(office.lead.status).toBe('claimed')
  })

  it('is settled by the supplement', () => {
    const office = lacking()
    office.give('2026-03-03 10:00', RECEPTION, 'AcceptProvisionally', { ...office.onLead, promised: ['residence-proof'], note: null })
    office.give('2026-03-05 10:00', EXPERT, 'SupplementAppeal', { materials: ['residence-proof'], note: null })
    expect(office.clock('cure')).toMatchObject({ stoppedBecause: 'answered', expiredAt: null })
  })

  it('lapses nothing by itself when the promise is not kept', () => {
    const office = lacking()
    office.give('2026-03-03 10:00', RECEPTION, 'AcceptProvisionally', { ...office.onLead, promised: ['residence-proof'], note: null })
    office.until('2026-03-11 00:00')
    expect(office.clock('cure').expiredAt).toBe(beijing('2026-03-11 00:00'))
    expect(office.state.status).toBe('open')
  })

  it('takes no promise for a main paper, and none for a paper that is there', () => {
    const office = lacking()
    const promise = (promised: readonly string[]) =>
      office.refusal('2026-03-03 10:00', RECEPTION, 'AcceptProvisionally', { ...office.onLead, promised, note: null })
    expect(promise(['kinship'])).toBe('not-deferrable')
    expect(promise([])).toBe('materials-incomplete')
    expect(promise(['school-record', 'residence-proof'])).toBeNull()
    office.give('2026-03-03 11:00', RECEPTION, 'AcceptProvisionally', {
      ...office.onLead,
      promised: ['school-record', 'residence-proof'],
      note: null,
    })
    expect(office.last('AppealAccepted').data.promised).toEqual(['residence-proof'])
    expect(office.state.materials['school-record']).toBe('provided')
  })
})
