import { SYSTEM } from '../../domain/people/actor.ts'
import type { ItemLimits, ServiceItem, Stage } from '../../domain/routing/item.ts'
import { clerkOf, itemOf } from './builders.ts'
import { filed, type Office } from './office.ts'

export const SCHOOLING = clerkOf('dist-lake.education.schooling')
export const days = (amount: number) => ({ amount, unit: 'working-days' as const })
export const fromAcceptance = (amount: number) => ({ ...days(amount), startsAt: 'acceptance' as const })

/** The item of a school place in a newer version, with other limits, and so many working days for matching. */
export function version2(change: { limits?: Partial<ItemLimits>; matching?: Partial<Stage>; item?: Partial<ServiceItem> }): ServiceItem {
  const item = itemOf('child-schooling')
  return {
    ...item,
    version: 2,
    limits: { ...item.limits, ...change.limits },
    stages: item.stages.map((stage) => (stage.code === 'matching' ? { ...stage, ...change.matching } : stage)),
    ...change.item,
  }
}

/** The catalogue's item with another time to deal with the whole: matching, promised to tier B, legal. */
export function limited(matching: number, promised: number, legal: number): ServiceItem {
  const { A, C } = itemOf('child-schooling').limits.promised
  return version2({
    limits: { legal: fromAcceptance(legal), promised: { A, B: fromAcceptance(promised), C } },
    matching: { workingLimit: days(matching) },
  })
}

/** Accepted on Monday 2 March at 10:00: stage due on the 12th, promised on the 16th, legal on the 30th. */
export function atSchooling(item: ServiceItem | string = 'child-schooling'): Office {
  const office = filed({ item }).complete('2026-03-02 10:00', 'accept')
  office.give('2026-03-02 11:00', SCHOOLING, 'ClaimTask', office.onLead)
  return office
}

export function replace(office: Office, at: string, item: ServiceItem): readonly string[] {
  return office.give(at, SYSTEM, 'ReplaceItem', { item }).map((event) => event.type)
}
