import { describe, expect, it } from '@jest/globals'
import { createBeginChanges } from '../../activities/change/begin-changes.ts'

describe('housekeeping', () => {
  it('begins every change that is not over, so that one whose workflow a crash prevented goes on', async () => {
    const begun: string[] = []
    const { beginChanges } = createBeginChanges({
      open: async () => ['run-1', 'run-2'],
      startChange: async (runId) => void begun.push(runId),
    })
    expect(await beginChanges()).toBe(2)
    expect(begun).toEqual(['run-1', 'run-2'])
  })
})
