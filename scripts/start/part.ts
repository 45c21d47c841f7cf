import type { ChildProcess } from 'node:child_process'

/** One process that the start-up keeps running. */
export interface Part {
  /** short name, also that of its log file */
  name: string
  /** starts it; called again after a crash, with the same ports */
  spawn: () => Promise<ChildProcess>
  /** returns when it answers; throws when it ended before, or stays silent too long */
  ready: (child: ChildProcess) => Promise<void>
  /** the signal that asks it to end in order */
  stopSignal: NodeJS.Signals
  /** how long it may take to end before it is killed */
  graceMs: number
  /** what is to be done when it has ended in order, before the next part is stopped */
  afterStop?: () => Promise<void>
}
