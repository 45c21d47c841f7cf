/** How far a row is from being in order. */
export interface Inversions {
  /** pairs of which the one that stands later is smaller */
  readonly pairs: number
  /** the greatest number of smaller ones that stand after one number */
  readonly most: number
}

/** Counts what is out of order in a row of numbers; equal ones are in order in any way. */
export function inversions(row: readonly number[]): Inversions {
  const ranks = new Map([...new Set(row)].toSorted((a, b) => a - b).map((value, rank) => [value, rank + 1]))
  // Counts of ranks seen so far, from the end of the row, as a tree of partial sums (Fenwick).
  const seen = new Int32Array(ranks.size + 1)
  let pairs = 0
  let most = 0
  for (const value of row.toReversed()) {
    const rank = ranks.get(value) ?? 0
    let smaller = 0
    for (let at = rank - 1; at > 0; at -= at & -at) smaller += seen[at] ?? 0
    for (let at = rank; at < seen.length; at += at & -at) seen[at] = (seen[at] ?? 0) + 1
    pairs += smaller
    most = Math.max(most, smaller)
  }
  return { pairs, most }
}
