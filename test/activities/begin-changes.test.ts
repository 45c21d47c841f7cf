import { describe, expect, it } from '@jest/globals'
import { createBeginChanges } from '../../activities/change/begin-changes.ts'

/** Housekeeping over runs of which some are open and some ended with appeals that gave no answer. */
function housekeeping(open: string[], unanswered: readonly string[], resumed: readonly string[] = unanswered) {
  const begun: string[] = []
  const asked: string[] = []
  const changes = createBeginChanges({
    open: async () => [...open],
    unanswered: async () => unanswered,
    resume: async (runId) => {
      asked.push(runId)
      if (!resumed.includes(runId)) return 'outdated'
      open.push(runId)
      return 'resumed'
    },
    startChange: async (runId) => void begun.push(runId),
  })
  return { ...changes, begun, asked }
}

describe('housekeeping', () => {
  it('begins every change that is not over, so that one whose workflow a crash prevented goes on', async () => {
    const office = housekeeping(['run-1', 'run-2'], ['run-0'])
    expect(await office.beginChanges()).toBe(2)
    expect([office.begun, office.asked]).toEqual([['run-1', 'run-2'], []])
  })

  it('takes up a change that ended with appeals that gave no answer, one at a time and none that is outdated', async () => {
    const office = housekeeping([], ['run-3', 'run-2', 'run-1'], ['run-2', 'run-1'])
    expect(await office.beginChanges()).toBe(1)
    expect([office.begun, office.asked]).toEqual([['run-2'], ['run-3', 'run-2']])
  })
})
