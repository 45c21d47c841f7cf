import { describe, expect, it } from '@jest/globals'
import { beijing, clerkOf, EXPERT, supervisorOf, text } from './builders.ts'
import { filed, type Office } from './office.ts'

const RECEPTION = clerkOf('dist-lake.general.reception')

/** Two papers were asked for in the one notice. */
function noticed(): Office {
  const office = filed({ materials: { kinship: 'missing', 'residence-proof': 'missing' } })
  office.give('2026-03-03 10:00', RECEPTION, 'IssueDeficiencyNotice', {
    ...office.onLead,
    materials: ['kinship', 'residence-proof'],
    note: null,
  })
  return office
}

/** One of them came. */
function incomplete(): Office {
  const office = noticed()
  office.give('2026-03-05 10:00', EXPERT, 'SupplementAppeal', { materials: ['kinship'], note: null })
  return office
}

const refusing = { outcome: 'not-accepted', note: null, officeInCharge: null } as const

describe('a supplement that leaves papers out', () => {
  it('lets the work go on, and the expert hears which papers are still missing', () => {
    const office = incomplete()
    expect([office.last('MaterialsSupplemented').data.complete, office.lead.status]).toEqual([false, 'claimed'])
    const told = office.lastNotices.filter((notice) => notice.kind === 'papers-missing')
    expect(told.map(({ recipient, params }) => [recipient, params.materials.map((name) => name.en)])).toEqual([
      [{ kind: 'expert', id: 'expert-1' }, ['Proof of residence']],
    ])
  })

  it('tells the clerk what has come', () => {
    const [reply] = incomplete().lastNotices.filter((notice) => notice.kind === 'expert-replied')
    expect(reply?.params.materials.map((name) => name.en)).toEqual(['Proof of kinship'])
  })

  it('that is complete brings no such mail', () => {
    const office = incomplete()
    office.give('2026-03-05 11:00', EXPERT, 'SupplementAppeal', { materials: ['residence-proof'], note: null })
    expect(office.lastNotices.map((notice) => notice.kind)).toEqual(['expert-replied'])
  })

  it('is followed by no second notice', () => {
    const office = incomplete()
    const notice = { ...office.onLead, materials: ['residence-proof'], note: null }
    expect(office.refusal('2026-03-05 11:00', RECEPTION, 'IssueDeficiencyNotice', notice)).toBe('deficiency-already-noticed')
  })

  it('is accepted provisionally where the missing paper may follow', () => {
    const office = incomplete()
    office.give('2026-03-05 11:00', RECEPTION, 'AcceptProvisionally', { ...office.onLead, promised: ['residence-proof'], note: null })
    expect(office.state.accepted).toEqual({ at: beijing('2026-03-05 11:00'), mode: 'provisional' })
  })

  it('is not accepted without reasons, and no other office need be named for want of papers', () => {
    const office = incomplete()
    expect(office.refusal('2026-03-05 11:00', RECEPTION, 'CompleteTask', { ...office.onLead, ...refusing, reply: null })).toBe(
      'refusal-reasons-missing',
    )
    office.give('2026-03-05 11:00', RECEPTION, 'CompleteTask', {
      ...office.onLead,
      ...refusing,
      reply: text('the proof of residence is wanted'),
    })
    expect(office.state.closed).toMatchObject({ result: 'not-accepted', officeInCharge: null })
    const [closed] = office.lastNotices.filter((notice) => notice.kind === 'closed')
    expect(closed?.params.textId).toBe('the proof of residence is wanted')
  })

  it('is closed by order under the same rule', () => {
    const office = incomplete()
    const close = { result: 'not-accepted', officeInCharge: null } as const
    const supervisor = supervisorOf('dist-lake')
    expect(office.refusal('2026-03-05 11:00', supervisor, 'CloseByOrder', { ...close, reply: null })).toBe('refusal-reasons-missing')
    expect(office.refusal('2026-03-05 11:00', supervisor, 'CloseByOrder', { ...close, reply: text('why') })).toBeNull()
  })

  it('cannot be cut short: who resumes without an answer of the expert may not refuse for want of papers before the date of the notice', () => {
    const office = noticed()
    const why = { ...office.onLead, ...refusing, reply: text('no papers came') }
    office.give('2026-03-05 10:00', RECEPTION, 'ResumeTask', { ...office.onLead, note: null })
    expect(office.refusal('2026-03-05 11:00', RECEPTION, 'CompleteTask', why)).toBe('cure-running')
    const close = { result: 'not-accepted', officeInCharge: null, reply: text('no papers came') } as const
    expect(office.refusal('2026-03-05 11:00', supervisorOf('dist-lake'), 'CloseByOrder', close)).toBe('cure-running')
    expect(office.refusal('2026-03-11 10:00', RECEPTION, 'CompleteTask', { ...why, reply: null })).toBe('refusal-reasons-missing')
    expect(office.refusal('2026-03-11 10:00', RECEPTION, 'CompleteTask', why)).toBeNull()
  })

  it('frees no window of naming the office in charge where every paper is there', () => {
    const office = filed()
    expect(office.refusal('2026-03-03 11:00', RECEPTION, 'CompleteTask', { ...office.onLead, ...refusing, reply: text('not ours') })).toBe(
      'office-in-charge-missing',
    )
  })
})
