import type { Instant } from '../../domain/clocks/types.ts'

/** So many instants spread evenly over a span that begins at `from`, earliest first. */
export function spreadOver(count: number, from: Instant, spanMs: number): readonly Instant[] {
  return Array.from({ length: count }, (_, n) => from + Math.floor((n * spanMs) / count))
}

/** The same in another order, as a pack is riffled: who files first is not due first. Nothing is left out or doubled. */
export function mixed<T>(list: readonly T[], random: () => number): readonly T[] {
  const result = [...list]
  for (let left = result.length - 1; left > 0; left -= 1) {
    const other = Math.floor(random() * (left + 1))
    const [a, b] = [result[left], result[other]]
    if (a === undefined || b === undefined) continue
    result[left] = b
    result[other] = a
  }
  return result
}
