import { UnavailableError } from '../problems/unavailable.ts'

/** No answer takes longer: a part that does not answer is away, and the client repeats with the same key. */
const ANSWER_MS = 4800
/** A file may come over a slow line; the server itself ends a request after this long. */
export const UPLOAD_MS = 600_000

/** The work's result, or UnavailableError when it is not there in time. */
export async function withinDeadline<T>(work: Promise<T>, ms = ANSWER_MS): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new UnavailableError('a part that this request needs')), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
