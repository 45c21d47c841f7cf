/** A session ends this long after its last use; real time. */
export const SESSION_IDLE_MS = 60 * 60 * 1000
/** A session ends this long after signing in, however much it is used. */
export const SESSION_ABSOLUTE_MS = 12 * 60 * 60 * 1000
/** A sign-in code lives this long and may be tried this often. */
export const SIGN_IN_CODE_MS = 10 * 60 * 1000
export const SIGN_IN_CODE_TRIES = 5
