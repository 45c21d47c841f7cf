import type { ChangePreview } from '../../../http/shapes/change.ts'

const FIRST = 20

/** Two parts of one preview as one: figures are added up, the same shift or change of colour counts together. */
export function addPreviews(sum: ChangePreview, part: ChangePreview): ChangePreview {
  return {
    ...part,
    appeals: sum.appeals + part.appeals,
    gaining: sum.gaining + part.gaining,
    losing: sum.losing + part.losing,
    changing: sum.changing + part.changing,
    refused: sum.refused + part.refused,
    clocksMoved: sum.clocksMoved + part.clocksMoved,
    shifts: merged(
      [...sum.shifts, ...part.shifts],
      ({ moved, amount, unit }) => `${moved} ${amount} ${unit}`,
      (a, b) => ({
        ...a,
        clocks: a.clocks + b.clocks,
      }),
    ),
    colours: merged(
      [...sum.colours, ...part.colours],
      ({ from, to }) => `${from} ${to}`,
      (a, b) => ({ ...a, appeals: a.appeals + b.appeals }),
    ),
    first: [...sum.first, ...part.first].slice(0, FIRST),
  }
}

function merged<T>(rows: readonly T[], key: (row: T) => string, add: (a: T, b: T) => T): readonly T[] {
  const found = new Map<string, T>()
  for (const row of rows) {
    const known = found.get(key(row))
    found.set(key(row), known === undefined ? row : add(known, row))
  }
  return [...found.values()]
}
