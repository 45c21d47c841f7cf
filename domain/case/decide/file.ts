import { resolveWindow } from '../../routing/windows.ts'
import { stageOf } from '../lookups.ts'
import { startAcceptanceClock, startCaseClocks } from './acceptance.ts'
import { enterStage } from './dispatch.ts'
import type { Draft } from './draft.ts'

/** The appeal is received: clocks that start at receipt run, and the first stage gets its windows. */
export function decideFile(draft: Draft): void {
  const { item, directory, materials } = draft.state.start
  const first = resolveWindow(stageOf(draft.state, item.start).window, directory)
  draft.emit('AppealReceived', { materials, window: first.window.code })
  startAcceptanceClock(draft)
  startCaseClocks(draft, 'receipt', draft.at)
  if (item.limits.acceptance === null && startsAtAcceptance(draft)) startCaseClocks(draft, 'acceptance', draft.at)
  enterStage(draft, item.start, 'route', {})
}

/** An item without an acceptance step counts what starts at acceptance from receipt, unless a stage accepts. */
function startsAtAcceptance(draft: Draft): boolean {
  return !draft.state.start.item.stages.some((stage) => stage.outcomes.some((outcome) => outcome.accepts))
}
