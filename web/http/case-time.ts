/** How far case time is ahead of the browser's clock, in milliseconds; the demo and tests move it. */
let aheadMs = 0

/** The header in which every answer tells the office's time. */
export const CASE_TIME_HEADER = 'case-time'

/** Told by every answer of the API. */
export function caseTimeTold(header: string | null, browserMs: number = Date.now()): void {
  const at = header === null ? Number.NaN : Date.parse(header)
  if (!Number.isNaN(at)) aheadMs = at - browserMs
}

/** The office's time in epoch milliseconds. */
export function caseNow(browserMs: number = Date.now()): number {
  return browserMs + aheadMs
}
