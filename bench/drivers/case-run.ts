/** Where a driver notes how long things took, in milliseconds of real time. */
export interface Times {
  readonly filedMs: number[]
  readonly answeredMs: number[]
  readonly visibleMs: number[]
}

export function newTimes(): Times {
  return { filedMs: [], answeredMs: [], visibleMs: [] }
}

/** Runs one case from filing to its last completion by one actor; answers the id of its workflow. Throws where anything is refused. */
export type CaseRun = (actor: number, times: Times) => Promise<string>

/** The time that `work` takes is added to `list`. */
export async function timed<T>(list: number[], work: () => Promise<T>): Promise<T> {
  const from = performance.now()
  const done = await work()
  list.push(performance.now() - from)
  return done
}
