/**
 * Answers that are the same for all who supervise the same stations, kept for moments so that many boards cost one query:
 * the kept answer for the key, or what `make` gives; those who ask meanwhile wait for the same one.
 */
export type Kept = <T>(key: string, keptMs: number, make: () => Promise<T>) => Promise<T>

const MOST_KEPT = 500

/** `realNow`: epoch milliseconds of real time. A failed answer is not kept. */
export function createKept(realNow: () => number): Kept {
  const answers = new Map<string, { readonly until: number; readonly answer: Promise<unknown> }>()
  return <T>(key: string, keptMs: number, make: () => Promise<T>): Promise<T> => {
    const known = answers.get(key)
    // A key names one kind of answer, so what is kept under it has the type that is asked for.
    if (known !== undefined && known.until > realNow()) return known.answer as Promise<T>
    if (answers.size >= MOST_KEPT) answers.clear()
    const answer = make()
    const mine = { until: realNow() + keptMs, answer }
    answers.set(key, mine)
    answer.catch(() => {
      if (answers.get(key) === mine) answers.delete(key)
    })
    return answer
  }
}
