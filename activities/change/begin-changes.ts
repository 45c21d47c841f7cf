/** The part of housekeeping that sees to runs. */
export interface BeginChangesActivity {
  /**
   * Begins every run that is not over and whose workflow a crash prevented, and takes up one that ended with appeals
   * whose workflow gave no answer; how many are not over.
   */
  beginChanges(): Promise<number>
}

export interface BeginChangesDeps {
  readonly open: () => Promise<readonly string[]>
  readonly unanswered: () => Promise<readonly string[]>
  /** Opens a run again that is over; anything but 'resumed' leaves it as it is. */
  readonly resume: (runId: string) => Promise<string>
  /** Starts the workflow of a run; one that runs goes on. */
  readonly startChange: (runId: string) => Promise<void>
}

export function createBeginChanges({ open, unanswered, resume, startChange }: BeginChangesDeps): BeginChangesActivity {
  return {
    async beginChanges() {
      const standing = await open()
      const runs = standing.length === 0 && (await takenUp(await unanswered(), resume)) ? await open() : standing
      for (const runId of runs) await startChange(runId)
      return runs.length
    },
  }
}

/** Whether one of the runs was opened again. */
async function takenUp(runs: readonly string[], resume: BeginChangesDeps['resume']): Promise<boolean> {
  for (const runId of runs) if ((await resume(runId)) === 'resumed') return true
  return false
}
