import { describe, expect, it } from '@jest/globals'
import type { ItemExpiry } from '../../domain/routing/expiry.ts'
import type { Rung, ServiceItem } from '../../domain/routing/item.ts'
import { planNotices } from '../../domain/notices/plan.ts'
import { clerkOf, EXPERT, itemOf, shown, text } from './builders.ts'
import type { Filing } from './builders.ts'
import { filed, type Office } from './office.ts'

const RECEPTION = clerkOf('dist-lake.general.reception')
const SCHOOLING = clerkOf('dist-lake.education.schooling')

/** A school place whose item says that of the expiry of its clocks. */
function ruled(expiry: ItemExpiry, filing: Filing = {}, more: Partial<ServiceItem> = {}): Office {
  return filed({ ...filing, item: { ...itemOf('child-schooling'), ...more, expiry } })
}

/** The item as it was before it could say so. */
function silentItem(): ServiceItem {
  const { expiry: _expiry, ...item } = itemOf('child-schooling')
  return item
}

function noticed(expiry: ItemExpiry): Office {
  const office = ruled(expiry, { materials: { kinship: 'missing' } })
  office.give('2026-03-03 10:00', RECEPTION, 'IssueDeficiencyNotice', { ...office.onLead, materials: ['kinship'], note: null })
  return office
}

function asked(expiry: ItemExpiry): Office {
  const office = ruled(expiry)
  office.give('2026-03-03 10:00', RECEPTION, 'AskExpert', { ...office.onLead, question: text('which school?') })
  return office
}

function extensionAsked(expiry: ItemExpiry): Office {
  const office = ruled(expiry).complete('2026-03-02 10:00', 'accept')
  office.give('2026-03-03 09:00', SCHOOLING, 'RequestExtension', { ...office.onLead, amount: 5, reason: 'complex-matter', note: null })
  return office
}

describe('a sign limit that passes', () => {
  it('leaves the task where it is unless the item says otherwise', () => {
    const office = filed({ item: silentItem() }).until('2026-03-02 14:30')
    expect([office.lead.status, office.clock('sign').stoppedAt]).toEqual(['dispatched', null])
  })

  it('brings the task to the fallback window where the item says so, with the red card for the window that did not sign', () => {
    const item = itemOf('child-schooling')
    const office = filed({ item: { ...item, expiry: { sign: 'fallback-window' } } }).complete('2026-03-02 10:00', 'accept')
    const sign = office.clock('sign').id
    office.until('2026-03-02 15:30')
    expect(office.lead).toMatchObject({ window: 'dist-lake.general.reception', dispatchedBecause: 'unclaimed', stage: 'matching' })
    expect(office.state.clocks[sign]).toMatchObject({ card: 'red', stoppedBecause: 'superseded' })
  })
})

describe('an acceptance limit that passes', () => {
  it('means deemed accepted in an item from before it could say so', () => {
    expect(filed({ item: silentItem() }).until('2026-03-09 17:30').state.accepted?.mode).toBe('deemed')
  })

  it('shows a red card although the appeal is deemed accepted', () => {
    const office = filed().until('2026-03-09 17:30')
    expect(office.clock('acceptance')).toMatchObject({ card: 'red', stoppedBecause: 'expired' })
  })

  it('is overtime and no more where the item says nothing follows; the window may still accept', () => {
    const stages = itemOf('child-schooling').stages.map((stage) => ({ ...stage, onExpiry: 'nothing' as const }))
    const office = ruled({ acceptance: 'nothing' }, {}, { stages }).until('2026-03-09 17:30')
    expect([office.state.accepted, office.clock('acceptance').card, office.clock('acceptance').stoppedAt]).toEqual([null, 'red', null])
    office.complete('2026-03-10 10:00', 'accept')
    expect(office.state.accepted?.mode).toBe('explicit')
  })
})

describe('a promised or legal date that passes', () => {
  const closing: Rung[] = []

  it('brings a new date, the limit of an urging order, unless the item says otherwise', () => {
    const office = filed({ item: { ...silentItem(), ladder: closing } }).complete('2026-03-02 10:00', 'accept')
    office.until('2026-03-30 17:30')
    expect(office.all('OrderIssued').map((event) => event.data.because)).toEqual(['late'])
  })

  it('brings none where the item says nothing follows', () => {
    const office = ruled({ promised: 'nothing', legal: 'nothing' }, {}, { ladder: closing }).complete('2026-03-02 10:00', 'accept')
    office.until('2026-03-30 17:30')
    const passed = office.all('ClockExpired').map((event) => office.state.clocks[event.data.clockId]?.kind)
    expect([...new Set(passed)].sort()).toEqual(['legal', 'promised', 'sign', 'stage'])
    expect(office.all('OrderIssued')).toEqual([])
  })
})

describe('the expert’s time to supplement', () => {
  it('lapses the appeal when it ends, and both mails have said so', () => {
    const office = noticed({ cure: 'lapse' })
    expect(office.lastNotices.map(({ params }) => params.consequence?.en)).toEqual([
      'If they have not come by then, this appeal ends and you may file it again.',
    ])
    office.until('2026-03-11 00:00')
    expect(office.state.closed?.result).toBe('lapsed')
  })

  it('lets the window go on with what it has where the item says so, and the mail does not threaten with an end', () => {
    const office = noticed({ cure: 'resume' })
    expect(office.lastNotices.map(({ params }) => params.consequence)).toEqual([
      { zh: '到期仍未补充的，窗口将按现有材料决定。', en: 'If they have not come by then, the window decides on what it has.' },
    ])
    office.until('2026-03-11 00:00')
    expect([office.state.status, office.lead.status, office.clock('cure').stoppedBecause]).toEqual(['open', 'claimed', 'expired'])
    expect(shown(office.clock('acceptance').dueAt)).toBe('2026-03-18 17:30')
  })
})

describe('the expert’s time to answer', () => {
  it('lets the work go on without the answer', () => {
    expect(asked({}).until('2026-03-11 00:00').lead.status).toBe('claimed')
  })

  it('lapses the appeal where the item says so', () => {
    const office = asked({ answer: 'lapse' })
    expect(office.lastNotices.map(({ params }) => params.consequence?.en)).toEqual([
      'Without your answer by then, this appeal ends and you may file it again.',
    ])
    office.until('2026-03-11 00:00')
    expect(office.last('AppealClosed').data).toMatchObject({
      result: 'lapsed',
      because: 'lapsed',
      taskId: office.last('QuestionAsked').data.taskId,
    })
  })
})

describe('a co-handler’s limit that passes', () => {
  it('is no consent where the item says nothing follows; the lead waits for the answer', () => {
    const office = ruled({ 'co-handling': 'nothing' }, { facts: { schoolStage: 'primary', hukou: 'none' } })
    office.complete('2026-03-02 10:00', 'accept').until('2026-03-05 17:30')
    expect(office.all('ConsentGiven')).toEqual([])
    expect(office.clock('co-handling')).toMatchObject({ stoppedAt: null, expiredAt: Date.parse('2026-03-05T17:30:00+08:00') })
    const matched = { ...office.onLead, outcome: 'matched', reply: null, note: null, officeInCharge: null }
    expect(office.refusal('2026-03-06 09:00', SCHOOLING, 'CompleteTask', matched)).toBe('co-handlers-open')
  })
})

describe('an extension that nobody decides', () => {
  it('stays pending unless the item says otherwise', () => {
    const office = extensionAsked({}).until('2026-03-05 17:30')
    expect([office.state.extensions['x1']?.decision, office.clock('extension-decision').stoppedAt]).toEqual([null, null])
  })

  it('counts as refused where the item says so; whoever asked hears why, and may ask again', () => {
    const office = extensionAsked({ 'extension-decision': 'refused' }).until('2026-03-05 17:30')
    expect(office.state.extensions['x1']?.decision).toBe('refused')
    expect(office.clock('extension-decision')).toMatchObject({ stoppedBecause: 'expired' })
    const step = office.steps.at(-1)
    const told = step ? planNotices(step.before, step.events).filter((notice) => notice.kind === 'extension-decided') : []
    expect(told.map(({ recipient, params }) => [recipient, params.outcome?.en, params.reason?.en])).toEqual([
      [{ kind: 'staff', id: 'clerk of dist-lake.education.schooling' }, 'refused', 'nobody decided it within the limit'],
    ])
    const again = { ...office.onLead, amount: 5, reason: 'complex-matter', note: null } as const
    expect(office.refusal('2026-03-06 09:00', SCHOOLING, 'RequestExtension', again)).toBeNull()
  })
})

describe('an urging order that is not answered', () => {
  function urged(expiry: ItemExpiry): Office {
    const office = ruled(expiry, {}, { ladder: [] })
    office.give('2026-03-02 10:00', RECEPTION, 'ClaimTask', office.onLead)
    office.give('2026-03-02 11:00', EXPERT, 'UrgeAppeal', { note: null })
    return office
  }
  const orders = (office: Office) => office.all('OrderIssued').map((event) => [event.data.order, event.data.because, shown(event.at)])

  it('brings no other order unless the item says otherwise', () => {
    expect(orders(urged({}).until('2026-03-03 17:30'))).toEqual([['urge', 'urged', '2026-03-02 11:00']])
  })

  it('becomes a supervision order where the item says so, and that one no further', () => {
    expect(orders(urged({ 'order-reply': 'supervise' }).until('2026-03-06 12:00'))).toEqual([
      ['urge', 'urged', '2026-03-02 11:00'],
      ['supervise', 'unanswered', '2026-03-03 17:30'],
    ])
  })
})
