import type { CaseEvent, EventType } from '../../../domain/case/event.ts'
import type { ServiceItem } from '../../../domain/routing/item.ts'
import type { Filing } from '../../case/builders.ts'
import type { Office } from '../../case/office.ts'

/** A type of event with what it must carry. */
export type Shown = readonly [EventType, Readonly<Record<string, unknown>>]

/** Something that may happen to an appeal on its way, whatever its item. */
export interface Happening {
  /** The items it can happen to. */
  readonly may: (item: ServiceItem) => boolean
  /** The events by which a log shows that it happened, in their order. */
  readonly shows: (item: ServiceItem) => readonly Shown[]
  readonly filing?: (item: ServiceItem) => Filing
  /** Tells it to an appeal that has just been filed. */
  readonly tell: (office: Office) => void
}

export type Happenings = Readonly<Record<string, Happening>>

export function events(...shown: readonly Shown[]): Happening['shows'] {
  return () => shown
}

/** Whether a log has these events in this order, whatever stands between them. */
export function isShown(log: readonly CaseEvent[], wanted: readonly Shown[]): boolean {
  let next = 0
  for (const event of log) {
    const shown = wanted[next]
    if (shown === undefined) break
    const carried = new Map<string, unknown>(Object.entries(event.data))
    if (event.type === shown[0] && Object.entries(shown[1]).every(([key, value]) => carried.get(key) === value)) next += 1
  }
  return next === wanted.length
}
