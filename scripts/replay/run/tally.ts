/** What is counted while cases run. */
export interface Tally {
  filed: number
  /** cases that are through, well or not */
  ended: number
  /** milliseconds that each completion took, from the press to its answer */
  readonly completionMs: number[]
  readonly refusals: { readonly caseId: string; readonly code: string; readonly message: string }[]
}

export function newTally(): Tally {
  return { filed: 0, ended: 0, completionMs: [], refusals: [] }
}

/** The value that a share of the numbers does not exceed (nearest rank); null where there are none. */
export function percentile(numbers: readonly number[], share: number): number | null {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null
}
