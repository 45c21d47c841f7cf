import { dispatchText } from '../../domain/case/dispatch-words.ts'
import type { CaseEvent, EventData, EventOf } from '../../domain/case/event.ts'
import { stageOf } from '../../domain/case/lookups.ts'
import { RETURN_REASON_LABELS } from '../../domain/case/reasons.ts'
import { PAUSE_REASON_LABELS } from '../../domain/clocks/pause-reasons.ts'
import { RESUMED } from '../../domain/notices/words.ts'
import type { Text } from '../../domain/text.ts'
import { dateText, isForExpert, staffText, type Telling, taskWindowText } from './sentence-names.ts'

const CANCELLED: Readonly<Record<EventData['TaskCancelled']['because'], Text>> = {
  'stage-left': { zh: '环节已结束', en: 'the stage was left' },
  'case-closed': { zh: '诉求已办结', en: 'the appeal is closed' },
  moved: { zh: '改由另一窗口承办', en: 'another window takes it' },
}

/** An event of a task as a sentence; null for other events, and where its free text says it all. */
export function taskSentence(event: CaseEvent, telling: Telling): Text | null {
  const { state, reader } = telling
  switch (event.type) {
    case 'StageEntered': {
      const stage = stageOf(state, event.data.stage).name
      const { visit } = event.data
      return visit === 1
        ? { zh: `进入“${stage.zh}”环节。`, en: `The stage "${stage.en}" begins.` }
        : { zh: `第 ${visit} 次进入“${stage.zh}”环节。`, en: `The stage "${stage.en}" begins for the time no. ${visit}.` }
    }
    case 'TaskDispatched':
      return dispatched(event, telling)
    case 'TaskSigned':
      return at(telling, event.data.taskId, (to) => ({ zh: `“${to.zh}”已签收。`, en: `${to.en} has signed for it.` }))
    case 'TaskClaimed': {
      const by = staffText(telling, event.data.by)
      return { zh: `由${by.zh}认领。`, en: `Claimed by ${by.en}.` }
    }
    case 'TaskReleased':
      return at(telling, event.data.taskId, (to) => ({ zh: `放回“${to.zh}”待认领。`, en: `Put back at ${to.en}, to be claimed.` }))
    case 'TaskTransferred': {
      const to = staffText(telling, event.data.to)
      if (event.data.from === null) return { zh: `移交给${to.zh}。`, en: `Transferred to ${to.en}.` }
      const from = staffText(telling, event.data.from)
      return { zh: `由${from.zh}移交给${to.zh}。`, en: `Transferred from ${from.en} to ${to.en}.` }
    }
    case 'TaskDelegated': {
      const to = staffText(telling, event.data.to)
      return { zh: `委派给${to.zh}办理，认领人仍负责。`, en: `Delegated to ${to.en}; who claimed it stays responsible.` }
    }
    case 'TaskCompleted':
      return completed(event, telling)
    case 'TaskReturned': {
      const why = RETURN_REASON_LABELS[event.data.reason]
      return at(telling, event.data.taskId, (from) => ({ zh: `“${from.zh}”退单：${why.zh}。`, en: `${from.en} returned it: ${why.en}.` }))
    }
    case 'TaskReferred': {
      const to = reader.windowName(event.data.to)
      return at(telling, event.data.taskId, (from) => ({ zh: `“${from.zh}”转办给“${to.zh}”。`, en: `${from.en} referred it to ${to.en}.` }))
    }
    case 'TaskReassigned':
      return reassigned(event, telling)
    case 'TaskCancelled': {
      const why = CANCELLED[event.data.because]
      return at(telling, event.data.taskId, (from) => ({
        zh: `“${from.zh}”的任务撤销：${why.zh}。`,
        en: `The task of ${from.en} is cancelled: ${why.en}.`,
      }))
    }
    case 'TaskPaused': {
      const [why, until] = [PAUSE_REASON_LABELS[event.data.reason], dateText(telling, event.data.until)]
      return { zh: `中止办理：${why.zh}，最迟至${until.zh}。`, en: `Paused: ${why.en}, until ${until.en} at the latest.` }
    }
    case 'TaskResumed':
      return resumed(event, telling)
    default:
      return null
  }
}

function at(telling: Telling, taskId: string, words: (window: Text) => Text): Text {
  return words(taskWindowText(telling, taskId))
}

/** Experts learn which window it is; why, and by which rule, is told to staff. */
function dispatched(event: EventOf<'TaskDispatched'>, telling: Telling): Text {
  const { reader, before } = telling
  if (!isForExpert(telling)) return dispatchText(event, before, (code) => reader.windowName(code))
  const to = reader.windowName(event.data.window)
  return event.data.role === 'lead'
    ? { zh: `转到“${to.zh}”办理。`, en: `It goes to ${to.en}.` }
    : { zh: `请“${to.zh}”协办。`, en: `${to.en} is asked to co-handle.` }
}

function completed({ data }: EventOf<'TaskCompleted'>, { state }: Telling): Text {
  const task = state.tasks[data.taskId]
  const stage = task === undefined ? undefined : stageOf(state, task.stage)
  const outcome = stage?.outcomes.find(({ code }) => code === data.outcome)?.name ?? { zh: data.outcome, en: data.outcome }
  return {
    zh: `“${stage?.name.zh ?? ''}”环节办结：${outcome.zh}。`,
    en: `The stage "${stage?.name.en ?? ''}" is completed: ${outcome.en}.`,
  }
}

function reassigned({ data }: EventOf<'TaskReassigned'>, telling: Telling): Text {
  const window = data.window === null ? null : telling.reader.windowName(data.window)
  const person = data.to === null ? null : staffText(telling, data.to)
  const zh = [...(window === null ? [] : [`“${window.zh}”`]), ...(person === null ? [] : [person.zh])].join('的')
  const en = [...(person === null ? [] : [person.en]), ...(window === null ? [] : [window.en])].join(' at ')
  return { zh: `改派给${zh}。`, en: `Reassigned to ${en}.` }
}

function resumed({ data }: EventOf<'TaskResumed'>, telling: Telling): Text {
  const why = RESUMED[data.because]
  const flagged = data.suspicious && !isForExpert(telling)
  return {
    zh: `恢复办理${why === null ? '' : `：${why.zh}`}。${flagged ? '中止跨过下班时点但不足一个工作日，请督办员查看。' : ''}`,
    en: `Work goes on${why === null ? '' : `: ${why.en}`}.${flagged ? ' The pause covered a close of business but less than one opening day; the supervisor should look at it.' : ''}`,
  }
}
