import { describe, expect, it } from '@jest/globals'
import { decide, isRefusal, refusalText } from '../../domain/case/index.ts'
import { SYSTEM } from '../../domain/people/actor.ts'
import type { ItemLimits, ServiceItem } from '../../domain/routing/item.ts'
import { beijing, EXPERT, headOf, itemOf, text } from './builders.ts'
import { atSchooling, days, fromAcceptance, SCHOOLING, version2 } from './newer-item.ts'
import { filed, type Office } from './office.ts'

describe('an appeal does not move to an item that is', () => {
  const office = atSchooling()
  const refused = (item: ServiceItem, of: Office = office) => {
    const before = of.state
    const code = of.refusal('2026-03-12 10:00', SYSTEM, 'ReplaceItem', { item })
    expect(of.state.start.item).toBe(before.start.item)
    return code
  }

  it('another, as old as its own, or older', () => {
    expect(refused({ ...itemOf('funding'), version: 2 })).toBe('item-other')
    expect(refused(itemOf('child-schooling'))).toBe('item-not-newer')
    expect(refused({ ...itemOf('child-schooling'), version: 0 })).toBe('item-not-newer')
  })

  it('given by anybody but the system', () => {
    expect(office.refusal('2026-03-12 10:00', EXPERT, 'ReplaceItem', { item: version2({}) })).toBe('not-permitted')
    expect(office.refusal('2026-03-12 10:00', headOf('dist-lake.education.schooling'), 'ReplaceItem', { item: version2({}) })).toBe(
      'not-permitted',
    )
  })
})

/** What of the item the refusal names; null where the appeal may move. */
function misfit(office: Office, item: ServiceItem): string | null {
  const answer = decide(office.state, { kind: 'ReplaceItem', id: 'move', at: office.state.at, actor: SYSTEM, data: { item } })
  if (!isRefusal(answer)) return null
  expect(answer).toMatchObject({ refusal: 'item-misfit', field: 'item', params: { version: '2' } })
  return answer.params['missing'] ?? ''
}

function limits(change: Partial<ItemLimits>): ServiceItem {
  return version2({ limits: change })
}

describe('an appeal keeps the version it has where the newer one', () => {
  const { form, materials, stages } = itemOf('child-schooling')
  const promised = itemOf('child-schooling').limits.promised

  it('has no more a stage it is in or was in; one it never came to may go', () => {
    const office = atSchooling()
    const without = (code: string) => version2({ item: { stages: stages.filter((stage) => stage.code !== code) } })
    expect(misfit(office, without('matching'))).toBe('stages.matching')
    expect(misfit(office, without('reception'))).toBe('stages.reception')
    expect(misfit(office, without('coordination'))).toBeNull()
  })

  it('has no more a paper that was asked for; a new one may come', () => {
    const paper = { code: 'vaccination', name: { zh: '接种证', en: 'Vaccination record' }, required: true, deferrable: false }
    expect(misfit(atSchooling(), version2({ item: { materials: materials.filter(({ code }) => code !== 'kinship') } }))).toBe(
      'materials.kinship',
    )
    expect(misfit(atSchooling(), version2({ item: { materials: [...materials, paper] } }))).toBeNull()
  })

  it('asks otherwise for what was answered, or would open what was told in confidence', () => {
    const changed = (code: string, change: object) =>
      version2({ item: { form: form.map((field) => (field.code === code ? { ...field, ...change } : field)) } })
    const office = atSchooling()
    expect(misfit(office, version2({ item: { form: form.filter(({ code }) => code !== 'entryDate') } }))).toBe('form.entryDate')
    expect(misfit(office, changed('entryDate', { type: 'text' }))).toBe('form.entryDate')
    expect(misfit(office, changed('address', { confidential: false }))).toBe('form.address')
    expect(misfit(office, changed('hukou', { fact: false }))).toBe('form.hukou')
    expect(misfit(office, changed('hukou', { options: [{ code: 'none', label: { zh: '无', en: 'None' } }] }))).toBe('form.hukou')
    expect(misfit(office, changed('wishes', { required: true, max: 4000 }))).toBeNull()
  })

  it('has no step of acceptance and the appeal awaits it, or one that it never knew', () => {
    const fromReceipt = { ...days(20), startsAt: 'receipt' as const }
    const without = { acceptance: null, legal: fromReceipt, promised: { A: fromReceipt, B: fromReceipt, C: fromReceipt } }
    expect(misfit(filed(), limits(without))).toBe('limits.acceptance')
    expect(misfit(filed({ item: { ...limits(without), version: 1 } }), limits({}))).toBe('limits.acceptance')
  })

  it('counts a limit that runs from another moment', () => {
    expect(misfit(atSchooling(), limits({ legal: { ...days(20), startsAt: 'receipt' } }))).toBe('limits.legal')
    expect(misfit(atSchooling(), limits({ promised: { ...promised, B: { ...days(10), startsAt: 'receipt' } } }))).toBe('limits.promised.B')
    expect(misfit(atSchooling(), limits({ promised: { ...promised, A: { ...days(7), startsAt: 'receipt' } } }))).toBeNull()
    expect(misfit(filed(), limits({ legal: { ...days(20), startsAt: 'receipt' } }))).toBeNull()
  })

  it('counts in another unit what has been extended, or what an extension is asked for', () => {
    const inDays = { amount: 30, unit: 'calendar-days' } as const
    const office = atSchooling()
    expect(misfit(office, version2({ matching: { workingLimit: inDays } }))).toBeNull()
    office.give('2026-03-03 10:00', SCHOOLING, 'RequestExtension', { ...office.onLead, amount: 2, reason: 'complex-matter', note: null })
    expect(misfit(office, limits({ legal: { ...inDays, startsAt: 'acceptance' } }))).toBe('limits.extension')
    expect(misfit(office, version2({ matching: { workingLimit: inDays } }))).toBeNull()
    const head = headOf('dist-lake.education.schooling')
    office.give('2026-03-03 11:00', head, 'DecideExtension', { requestId: 'x1', granted: true, note: text('yes') })
    expect(misfit(office, version2({ matching: { workingLimit: inDays } }))).toBe('stages.matching.workingLimit')
    expect(misfit(office, limits({ promised: { ...promised, B: { ...inDays, startsAt: 'acceptance' } } }))).toBe('limits.promised.B')
    expect(misfit(office, limits({ legal: { ...inDays, startsAt: 'acceptance' } }))).toBe('limits.legal')
    expect(misfit(office, limits({ legal: fromAcceptance(25) }))).toBeNull()
  })

  it('and says in Chinese and English what does not fit', () => {
    const item = version2({ item: { stages: stages.filter((stage) => stage.code !== 'matching') } })
    const answer = decide(atSchooling().state, {
      kind: 'ReplaceItem',
      id: 'move',
      at: beijing('2026-03-03 10:00'),
      actor: SYSTEM,
      data: { item },
    })
    expect(isRefusal(answer) ? refusalText(answer) : null).toEqual({
      zh: '该诉求不能改用事项的第 2 版：stages.matching 与其现状不符。',
      en: 'The appeal cannot move to version 2 of the item, whose stages.matching does not fit what the appeal has.',
    })
  })
})
