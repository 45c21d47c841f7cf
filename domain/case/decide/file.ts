import { resolveWindow } from '../../routing/windows.ts'
import { stageOf } from '../lookups.ts'
import { startCaseFile } from './acceptance.ts'
import { enterStage } from './dispatch.ts'
import type { Draft } from './draft.ts'

/** The appeal is received: clocks that start at receipt run, and the first stage gets its windows. */
export function decideFile(draft: Draft): undefined {
  const { item, directory, materials } = draft.state.start
  const first = resolveWindow(stageOf(draft.state, item.start).window, directory)
  draft.emit('AppealReceived', { materials, window: first.window.code })
  startCaseFile(draft)
  enterStage(draft, item.start, 'route', {})
}
