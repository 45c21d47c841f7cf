import type { Instant } from '../clocks/types.ts'
import type { Text } from '../text.ts'
import { conditionTexts } from './condition-words.ts'
import { dispatchText, levelText, type WindowNames } from './dispatch-words.ts'
import type { CaseEvent, EventOf } from './event.ts'
import { leadTask, stageOf } from './lookups.ts'
import type { CaseState } from './state.ts'

/** Why one task came to its window: the rule that led into the stage, and how the window was found. For staff only. */
export interface DispatchReasons {
  readonly seq: number
  readonly at: Instant
  readonly taskId: string
  /** True for what is open now. */
  readonly isOpen: boolean
  readonly lines: readonly Text[]
}

/**
 * Every dispatch of the case with its reasons, oldest first: the outcome and the conditions that led into the
 * stage (as the events keep them, design 5), then the window as it was resolved from the expert's station upwards, or named by somebody.
 */
export function whyHere(state: CaseState, events: readonly CaseEvent[], name: WindowNames): readonly DispatchReasons[] {
  return events.flatMap((event, index) => {
    if (event.type !== 'TaskDispatched') return []
    const task = state.tasks[event.data.taskId]
    const before = events.slice(0, index)
    return [
      {
        seq: event.seq,
        at: event.at,
        taskId: event.data.taskId,
        isOpen: task !== undefined && task.endedAt === null,
        lines: [
          ...stageLines(state, event, before),
          ...windowLines(state, event, before, name),
          ...conditionTexts(state, event.data.conditions),
        ],
      },
    ]
  })
}

/** Who answers for the appeal while another window has not signed yet (首接负责制); null where the window that has it is the accountable one. */
export function accountableText(state: CaseState, name: WindowNames): Text | null {
  const task = leadTask(state)
  const window = state.accountableWindow
  if (state.status !== 'open' || window === null || task?.window === window) return null
  const kept = name(window)
  const next = task === null ? null : name(task.window)
  return {
    zh: `首接负责：${next === null ? '确定承办窗口' : `“${next.zh}”签收`}之前，仍由“${kept.zh}”负责。`,
    en: `${kept.en} received it first and stays responsible until ${next === null ? 'a window is settled' : `${next.en} has signed for it`}.`,
  }
}

/** What led into the stage: only for the first dispatch of a visit, since later ones are about the window alone. */
function stageLines(state: CaseState, event: EventOf<'TaskDispatched'>, before: readonly CaseEvent[]): readonly Text[] {
  const last = before.at(-1)
  const entered = before.findLast((each) => each.type === 'StageEntered')
  if (event.data.role !== 'lead' || entered?.type !== 'StageEntered' || entered !== last) return []
  const stage = stageOf(state, entered.data.stage).name
  const completed = before.findLast((each) => each.type === 'TaskCompleted' && each.commandId === entered.commandId)
  if (completed?.type !== 'TaskCompleted') {
    if (event.data.because === 'reopened')
      return [{ zh: `诉求重新办理，回到“${stage.zh}”环节。`, en: `The appeal was reopened and goes back to the stage "${stage.en}".` }]
    return [
      { zh: `按事项规定，诉求从“${stage.zh}”环节开始。`, en: `By the rules of the item an appeal begins with the stage "${stage.en}".` },
    ]
  }
  const left = state.tasks[completed.data.taskId]?.stage
  const from = left === undefined ? null : stageOf(state, left)
  const outcome = from?.outcomes.find(({ code }) => code === completed.data.outcome)?.name
  return [
    {
      zh: `“${from?.name.zh ?? ''}”环节以“${outcome?.zh ?? completed.data.outcome}”办结，按事项规定进入“${stage.zh}”环节。`,
      en: `The stage "${from?.name.en ?? ''}" was completed with "${outcome?.en ?? completed.data.outcome}"; by the rules of the item "${stage.en}" follows.`,
    },
    ...conditionTexts(state, entered.data.conditions),
  ]
}

function windowLines(state: CaseState, event: EventOf<'TaskDispatched'>, before: readonly CaseEvent[], name: WindowNames): readonly Text[] {
  const level =
    event.data.role === 'lead' && event.data.because === 'route' ? levelText(stageOf(state, event.data.stage).window.level) : null
  return [...(level === null ? [] : [level]), dispatchText(event, before, name)]
}
