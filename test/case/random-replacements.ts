import type { CommandData } from '../../domain/case/command.ts'
import type { CaseState } from '../../domain/case/state.ts'
import { catalog } from './builders.ts'

const DAY_MS = 86_400_000

/** What a random command is built from. */
export interface Building {
  readonly state: CaseState
  readonly task: string
  readonly order: string
  readonly request: string
  readonly picks: readonly number[]
}

/** A newer version of a calendar of the case with one more holiday, a few days ahead. */
export function someCalendar(from: Building): CommandData['ReplaceCalendar']['calendar'] {
  const calendar = pick(Object.values(from.state.start.calendars), n(from, 2))
  const date = new Date(from.state.at + (n(from, 3) % 12) * DAY_MS).toISOString().slice(0, 10)
  const { [date]: _none, ...makeUpDays } = calendar.makeUpDays
  return {
    ...calendar,
    version: `${calendar.version}+${date}`,
    holidays: { ...calendar.holidays, [date]: { zh: '放假', en: 'day off' } },
    makeUpDays,
  }
}

/** A newer version of the item with other limits; now and then without its legal limit, with fewer or with other rungs. */
export function someItem(from: Building): CommandData['ReplaceItem']['item'] {
  const { item } = from.state.start
  const scaled = <A extends { readonly amount: number }>(limit: A): A => ({ ...limit, amount: limit.amount + 1 + (n(from, 3) % 4) })
  const shorter = <A extends { readonly amount: number }>(limit: A): A => ({
    ...limit,
    amount: Math.max(1, limit.amount - (n(from, 3) % 4)),
  })
  const other = n(from, 2) % 2 === 0 ? scaled : shorter
  const dropped = n(from, 4) % 5
  return {
    ...item,
    version: item.version + 1,
    limits: {
      ...item.limits,
      legal:
        item.limits.legal === null || dropped === 0
          ? (LEGAL_BEFORE.get(item.code) ?? null)
          : dropped === 1
            ? null
            : other(item.limits.legal),
      promised: { A: other(item.limits.promised.A), B: other(item.limits.promised.B), C: other(item.limits.promised.C) },
      cure: other(item.limits.cure),
      aftercare: other(item.limits.aftercare),
    },
    stages: item.stages.map((stage) => ({ ...stage, workingLimit: other(stage.workingLimit) })),
    ladder: item.ladder.filter((rung, index) => (n(from, 3) + index) % 7 !== 0 || rung.actions.length > 2),
  }
}

/** The legal limits of the catalogue: one that a version had left out may come back. */
const LEGAL_BEFORE = new Map([...catalog.items].map(([code, item]) => [code, item.limits.legal]))

/** The nth choice of a step. */
export function n(from: Building, index: number): number {
  return from.picks[index] ?? 0
}

export function pick<T>(values: readonly T[], index: number): T {
  const value = values[index % values.length]
  if (value === undefined) throw new Error('nothing to pick from')
  return value
}
