/** The part of housekeeping that sees to runs. */
export interface BeginChangesActivity {
  /** Begins every run that is not over and whose workflow a crash prevented; how many are not over. */
  beginChanges(): Promise<number>
}

export interface BeginChangesDeps {
  readonly open: () => Promise<readonly string[]>
  /** Starts the workflow of a run; one that runs goes on. */
  readonly startChange: (runId: string) => Promise<void>
}

export function createBeginChanges({ open, startChange }: BeginChangesDeps): BeginChangesActivity {
  return {
    async beginChanges() {
      const runs = await open()
      for (const runId of runs) await startChange(runId)
      return runs.length
    },
  }
}
