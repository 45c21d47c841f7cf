const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** A mail that the server keeps putting off is given up this long after its first try (real time). */
export const GIVE_UP_AFTER_MS = 4 * 24 * HOUR_MS
/** An uncertain mail is sent again after this long. */
export const UNCERTAIN_AGAIN_MS = 5_000

const LONGEST_WAIT_MS = 4 * HOUR_MS
const CODE_WAIT_MS = 5_000

/** Real milliseconds until the next try after a 4xx answer to the given try: 1 minute, then twice as long each time, at most 4 hours. */
export function waitAfterAnswer(attempt: number): number {
  return Math.min(LONGEST_WAIT_MS, MINUTE_MS * 2 ** Math.min(attempt - 1, 20))
}

/** The same for a sign-in code, which is worth little after minutes. */
export function waitForCode(attempt: number): number {
  return CODE_WAIT_MS * Math.min(attempt, 6)
}

/** Real milliseconds to leave a server alone that could not be reached: half a second, then twice as long, at most 30 seconds. */
export function waitForServer(failuresInARow: number): number {
  return Math.min(30_000, 500 * 2 ** Math.min(failuresInARow - 1, 10))
}
