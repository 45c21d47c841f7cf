/** An instant of the log. */
export interface LogInstant {
  /** microseconds of Unix time */
  readonly at: number
  /** its local date as written, `2011-10-11` */
  readonly date: string
}

/** One completed task of a case. */
export interface LogTask {
  /** as the log names it, e.g. `T02 Check confirmation of receipt` */
  readonly task: string
  readonly officer: string
  /** microseconds of Unix time */
  readonly at: number
  /** line of the file, from 1, where the record ends */
  readonly line: number
}

/** One case with its tasks in the order in which they were completed; ties in the order of the file. */
export interface LogCase {
  readonly id: string
  /** null where the log has no such column or leaves it empty, as for the next three */
  readonly channel: string | null
  readonly received: LogInstant | null
  readonly deadline: LogInstant | null
  readonly closed: LogInstant | null
  readonly tasks: readonly LogTask[]
}

/** An event log: at least one case, each with at least one task, in the order of the file. */
export type EventLog = readonly LogCase[]
