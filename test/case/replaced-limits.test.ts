import { describe, expect, it } from '@jest/globals'
import { deadlineReport } from '../../domain/case/deadline-report.ts'
import { beijing, itemOf, shown, supervisorOf } from './builders.ts'
import { atSchooling, days, fromAcceptance, limited, replace, SCHOOLING, version2 } from './newer-item.ts'
import { filed } from './office.ts'

const SUPERVISOR = supervisorOf('dist-lake')

describe('each clock of an appeal takes the limit that the newer version has for it:', () => {
  it('signing', () => {
    const office = filed().complete('2026-03-02 10:00', 'accept')
    replace(office, '2026-03-02 10:30', version2({ matching: { signLimit: { amount: 2, unit: 'working-hours' } } }))
    expect(shown(office.clock('sign').dueAt)).toBe('2026-03-02 12:00')
  })

  it('acceptance, before which the promise has no date', () => {
    const office = filed()
    replace(office, '2026-03-02 10:00', version2({ limits: { acceptance: days(3) } }))
    expect(shown(office.clock('acceptance').dueAt)).toBe('2026-03-05 17:30')
  })

  it('promised, that of the tier of the expert', () => {
    const office = filed({ tier: 'A' }).complete('2026-03-02 10:00', 'accept')
    const { B, C } = itemOf('child-schooling').limits.promised
    replace(office, '2026-03-03 10:00', version2({ limits: { promised: { A: fromAcceptance(3), B, C } } }))
    expect(shown(office.clock('promised').dueAt)).toBe('2026-03-05 17:30')
  })

  it('the time to answer a question, and the pause with it', () => {
    const office = atSchooling()
    office.give('2026-03-03 10:00', SCHOOLING, 'AskExpert', { ...office.onLead, question: { id: 'q', hash: 'sha256' } })
    replace(office, '2026-03-04 10:00', version2({ limits: { answer: days(7) } }))
    expect(shown(office.clock('answer').dueAt)).toBe('2026-03-13 00:00')
    expect(shown(office.state.pauses['p1']?.until)).toBe('2026-03-13 00:00')
  })

  it('the time to supply papers, whose early end lapses the appeal when it is past', () => {
    const office = filed({ materials: { 'residence-proof': 'missing' } })
    office.give('2026-03-02 10:00', office.clerk, 'IssueDeficiencyNotice', { ...office.onLead, materials: ['residence-proof'], note: null })
    replace(office, '2026-03-06 10:00', version2({ limits: { cure: days(2) } }))
    expect(shown(office.clock('cure').dueAt)).toBe('2026-03-05 00:00')
    office.until('2026-03-06 10:00')
    expect(office.last('AppealClosed')).toMatchObject({ at: beijing('2026-03-06 10:00'), data: { result: 'lapsed' } })
  })

  it('deciding an extension', () => {
    const office = atSchooling()
    office.give('2026-03-03 10:00', SCHOOLING, 'RequestExtension', { ...office.onLead, amount: 2, reason: 'complex-matter', note: null })
    const { extension } = itemOf('child-schooling').limits
    if (!extension) throw new Error('no extension')
    replace(office, '2026-03-03 11:00', version2({ limits: { extension: { ...extension, decisionLimit: days(4) } } }))
    expect(shown(office.clock('extension-decision').dueAt)).toBe('2026-03-09 17:30')
  })

  it('co-handling by the route', () => {
    const office = filed({ facts: { schoolStage: 'primary', hukou: 'none' } }).complete('2026-03-02 10:00', 'accept')
    const [row] = itemOf('child-schooling').stages.find((stage) => stage.code === 'matching')?.coHandlers ?? []
    if (!row) throw new Error('no co-handler')
    replace(office, '2026-03-03 10:00', version2({ matching: { coHandlers: [{ ...row, limit: days(5) }] } }))
    expect(shown(office.clock('co-handling').dueAt)).toBe('2026-03-09 17:30')
    replace(office, '2026-03-03 11:00', { ...version2({ matching: { coHandlers: [] } }), version: 3 })
    expect(shown(office.clock('co-handling').dueAt)).toBe('2026-03-09 17:30')
  })

  it('the answer to an order of the ladder; one that a person gave keeps the limit of the house', () => {
    const office = filed().until('2026-03-02 14:30')
    expect([office.last('OrderIssued').data.rung, shown(office.clock('order-reply').dueAt)]).toEqual(['sign-red', '2026-03-03 10:00'])
    office.give('2026-03-02 15:00', SUPERVISOR, 'IssueOrder', { ...office.onLead, order: 'supervise', note: null })
    const ladder = itemOf('child-schooling').ladder.map((rung) =>
      rung.code === 'sign-red'
        ? { ...rung, actions: [{ kind: 'order', order: 'urge', replyLimit: { amount: 8, unit: 'working-hours' } } as const] }
        : rung,
    )
    replace(office, '2026-03-02 15:30', version2({ item: { ladder } }))
    const replies = Object.values(office.state.clocks).filter((clock) => clock.kind === 'order-reply')
    expect(replies.map((clock) => shown(clock.dueAt))).toEqual(['2026-03-03 15:30', '2026-03-04 17:30'])
  })
})

describe('the ladder of a newer version', () => {
  const item = itemOf('child-schooling')
  const without = (...codes: readonly string[]) => item.ladder.filter((rung) => !codes.includes(rung.code))
  const half = {
    code: 'stage-half',
    clock: 'stage',
    offset: { kind: 'percent', percent: 50 },
    condition: 'unfinished',
    actions: [{ kind: 'notify', roles: ['assignee'] }],
  } as const

  it('cancels armed rungs that it has no more, with that reason, and arms those that are new', () => {
    const office = atSchooling()
    replace(office, '2026-03-03 10:00', version2({ item: { ladder: [...without('stage-yellow'), half] } }))
    expect(office.clock('stage').rungs.map((rung) => [rung.code, shown(rung.at), rung.state, rung.because])).toEqual([
      ['unclaimed', '2026-03-06 17:30', 'armed', null],
      ['stage-red', '2026-03-12 17:30', 'armed', null],
      ['stage-raise', '2026-03-16 17:30', 'armed', null],
      ['stage-half', '2026-03-06 17:30', 'armed', null],
      ['stage-yellow', '2026-03-11 17:30', 'cancelled', 'item-changed'],
    ])
    office.until('2026-03-12 10:00')
    expect(office.all('RungFired').map(({ data }) => data.rung)).toEqual(['stage-half'])
    expect(office.clock('stage').card).toBeNull()
  })

  it('leaves records of rungs that fired, and the card while the date stands for which it was shown', () => {
    const office = atSchooling().until('2026-03-11 17:30')
    expect(office.clock('stage').card).toBe('yellow')
    replace(office, '2026-03-11 17:45', version2({ item: { ladder: without('stage-yellow', 'stage-raise') } }))
    expect(office.clock('stage').rungs.map((rung) => [rung.code, rung.state, shown(rung.firedAt)])).toEqual([
      ['unclaimed', 'cancelled', null],
      ['stage-red', 'armed', null],
      ['stage-yellow', 'fired', '2026-03-11 17:30'],
      ['stage-raise', 'cancelled', null],
    ])
    expect(office.clock('stage').card).toBe('yellow')
    replace(office, '2026-03-11 18:00', { ...limited(10, 12, 22), version: 3, ladder: without('stage-yellow') })
    expect(office.clock('stage').card).toBeNull()
  })

  it('fires of several new rungs that are past only the latest', () => {
    const office = atSchooling({ ...item, ladder: without('stage-yellow', 'promised-yellow') }).until('2026-03-11 18:00')
    replace(office, '2026-03-11 18:00', version2({ item: { ladder: [...item.ladder, half] } }))
    const records = office.clock('stage').rungs.filter((rung) => ['stage-half', 'stage-yellow'].includes(rung.code))
    expect(records.map((rung) => [rung.code, rung.state, rung.because])).toEqual([
      ['stage-yellow', 'fired', null],
      ['stage-half', 'cancelled', 'later-rung-fired'],
    ])
  })
})

describe('the sum behind a date', () => {
  it('tells the changed limit after the receipt, and adds up to the new one', () => {
    const office = atSchooling()
    replace(office, '2026-03-03 10:00', version2({ matching: { workingLimit: days(2) } }))
    const { clocks } = deadlineReport(office.start, office.events, beijing('2026-03-03 10:00'))
    const stage = clocks.find(({ clock }) => clock.id === office.clock('stage').id)
    expect(stage?.trace.map((line) => line.text.zh)).toEqual([
      '2026年3月2日（周一） 10:00 开始计时。',
      '2026年3月3日（周二） 10:00 改用事项第2版，时限由8个工作日改为2个工作日。',
      '开始当日不计入，自2026年3月3日（周二）起算。',
      '2026年3月3日（周二）：第1个工作日（共2个）。',
      '2026年3月4日（周三）：第2个工作日（共2个）。',
      '2026年3月4日（周三） 17:30 到期（下班时间）。',
    ])
    expect(stage?.trace[1]).toMatchObject({
      rule: 'limit-changed',
      moment: { at: '2026-03-03T02:00:00.000Z', date: '2026-03-03', time: '10:00' },
      text: { en: 'Version 2 of the item changed the limit from 8 working days to 2 working days, Tue 3 Mar 2026 10:00.' },
    })
    expect(stage?.explained).toBe(true)
    const legal = clocks.find(({ clock }) => clock.id === office.clock('legal').id)
    expect(legal?.trace.map((line) => line.rule)).not.toContain('limit-changed')
  })

  it('is as it was until the change', () => {
    const office = atSchooling()
    replace(office, '2026-03-03 10:00', version2({ matching: { workingLimit: days(2) } }))
    const { clocks } = deadlineReport(office.start, office.events, beijing('2026-03-03 09:59'))
    expect(clocks.flatMap(({ trace }) => trace).map((line) => line.rule)).not.toContain('limit-changed')
  })
})

describe('the expert', () => {
  it('whose promised date moves is told the old date, the new one and why', () => {
    const office = atSchooling()
    replace(office, '2026-03-03 10:00', limited(10, 12, 22))
    expect(office.lastNotices.map((notice) => notice.kind)).toEqual(['due-moved'])
    expect(office.lastNotices[0]?.params.moved).toEqual({
      clock: 'promised',
      from: beijing('2026-03-16 17:30'),
      to: beijing('2026-03-18 17:30'),
      why: { zh: '事项规定的时限有变化', en: 'the limit of the item has changed' },
    })
  })

  it('is not told of a limit among the offices, nor of rungs', () => {
    const office = atSchooling()
    replace(office, '2026-03-03 10:00', version2({ matching: { workingLimit: days(9) } }))
    expect(office.lastNotices).toEqual([])
    replace(office, '2026-03-03 11:00', { ...version2({ matching: { workingLimit: days(9) }, item: {} }), version: 3, ladder: [] })
    expect(office.lastNotices).toEqual([])
  })

  it('whose own time to answer moves is told that', () => {
    const office = atSchooling()
    office.give('2026-03-03 10:00', SCHOOLING, 'AskExpert', { ...office.onLead, question: { id: 'q', hash: 'sha256' } })
    replace(office, '2026-03-04 10:00', { ...limited(10, 12, 22), limits: { ...limited(10, 12, 22).limits, answer: days(7) } })
    expect(office.lastNotices.map((notice) => [notice.kind, notice.params.moved?.clock, shown(notice.params.moved?.to)])).toEqual([
      ['due-moved', 'answer', '2026-03-13 00:00'],
    ])
  })
})
