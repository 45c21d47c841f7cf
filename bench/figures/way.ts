/** The three ways in which a route is run; `bare` is what the others are compared with. */
export const WAYS = ['bare', 'engine', 'http'] as const
export type Way = (typeof WAYS)[number]

/** The least share of the bare workflow's cases a second that is aimed at. */
export const AIMS: Readonly<Record<Way, number | null>> = { bare: null, engine: 0.75, http: 0.6 }

/** Which processes share the CPU seconds; `driver` is the bench itself. */
export const MEASURED = ['worker', 'bare-worker', 'temporal', 'postgres', 'api', 'driver'] as const
export type Measured = (typeof MEASURED)[number]
export type CpuSeconds = Readonly<Record<Measured, number>>

/** What one block of cases of one way came to. Milliseconds and seconds are real time. */
export interface Block {
  readonly way: Way
  readonly route: string
  readonly actors: number
  readonly cases: number
  readonly seconds: number
  /** each filing, to its answer */
  readonly filedMs: readonly number[]
  /** each completion, to its answer */
  readonly answeredMs: readonly number[]
  /** each completion but the last of a case, to the next task visible; bare: to the answer */
  readonly visibleMs: readonly number[]
  /** from the first case to the last mail */
  readonly cpu: CpuSeconds
  /** of each case that was looked at */
  readonly historyEvents: readonly number[]
}
