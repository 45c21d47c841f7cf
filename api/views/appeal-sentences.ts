import { assertNever } from '../../domain/assert-never.ts'
import type { CaseEvent, EventData, EventOf } from '../../domain/case/event.ts'
import { stageOf } from '../../domain/case/lookups.ts'
import { EXTENSION_REASON_LABELS } from '../../domain/case/reasons.ts'
import { CLOSE_RESULT_LABELS } from '../../domain/case/status-sentence.ts'
import type { OrderReason } from '../../domain/case/state.ts'
import { ACCEPTED, EXTENSION, NOT_DECIDED, ORDER } from '../../domain/notices/words.ts'
import { isRole, ROLE_LABELS } from '../../domain/people/roles.ts'
import type { Text } from '../../domain/text.ts'
import { dateText, extensionText, isForExpert, materialsText, type Telling, taskWindowText } from './sentence-names.ts'

const ORDERED: Readonly<Record<OrderReason, Text>> = {
  ordered: { zh: '督办员发出', en: 'given by a supervisor' },
  urged: { zh: '专家催办', en: 'the expert urged' },
  late: { zh: '期限已过', en: 'a limit has passed' },
  rating: { zh: '专家评价不满意', en: 'the expert rated it badly' },
  rung: { zh: '期限预警', en: 'a warning on a limit' },
  unanswered: { zh: '催办逾期未答复', en: 'an earlier order was not answered in time' },
}

const CLOSED: Readonly<Record<EventData['AppealClosed']['because'], Text | null>> = {
  completed: null,
  withdrawn: { zh: '专家撤回', en: 'the expert withdrew it' },
  lapsed: { zh: '专家逾期未回应', en: 'the expert did not respond in time' },
  'by-order': { zh: '督办员指令', en: 'by order of a supervisor' },
}

/** An event of the appeal as a whole as a sentence; null for other events, and where its free text says it all. */
export function appealSentence(event: CaseEvent, telling: Telling): Text | null {
  const { reader, state } = telling
  switch (event.type) {
    case 'AppealReceived': {
      const to = reader.windowName(event.data.window)
      return { zh: `诉求由“${to.zh}”收到。`, en: `The appeal was received by ${to.en}.` }
    }
    case 'AppealAccepted': {
      const [mode, promised] = [ACCEPTED[event.data.mode], materialsText(telling, event.data.promised)]
      return {
        zh: `${mode.zh}${promised.zh === '' ? '' : `，承诺补交：${promised.zh}`}。`,
        en: `The appeal is ${event.data.mode === 'deemed' ? 'deemed accepted: ' : ''}${mode.en}${promised.en === '' ? '' : `; promised: ${promised.en}`}.`,
      }
    }
    case 'DeficiencyNoticeIssued': {
      const wanted = materialsText(telling, event.data.materials)
      return { zh: `请专家补正：${wanted.zh}。`, en: `The expert is asked for: ${wanted.en}.` }
    }
    case 'MaterialsSupplemented': {
      const given = materialsText(telling, event.data.materials)
      const { complete } = event.data
      return {
        zh: `${given.zh === '' ? '专家回应了补正要求' : `补交：${given.zh}`}，${complete ? '材料已齐全' : '材料仍不齐全'}。`,
        en: `${given.en === '' ? 'The expert responded' : `Supplemented: ${given.en}`}; the papers are ${complete ? 'complete' : 'still incomplete'}.`,
      }
    }
    case 'CoHandlingRequested': {
      const to = reader.windowName(event.data.window)
      return { zh: `请“${to.zh}”协办。`, en: `${to.en} is asked to co-handle.` }
    }
    case 'ConsentGiven': {
      const by = taskWindowText(telling, event.data.taskId)
      return event.data.tacit
        ? { zh: `“${by.zh}”逾期未答复，视为同意。`, en: `${by.en} kept silent past its limit, which counts as consent.` }
        : { zh: `“${by.zh}”同意。`, en: `${by.en} consents.` }
    }
    case 'ObjectionRaised': {
      const by = taskWindowText(telling, event.data.taskId)
      return { zh: `“${by.zh}”不同意。`, en: `${by.en} objects.` }
    }
    case 'ExtensionRequested':
    case 'ExtensionAskedLate':
      return extensionAsked(event, telling)
    case 'ExtensionDecided':
      return extensionDecided(event, telling)
    case 'ArbitrationRequested': {
      const stage = stageOf(state, event.data.stage).name
      return { zh: `“${stage.zh}”环节由督办员确定承办窗口。`, en: `The supervisor settles which window handles the stage "${stage.en}".` }
    }
    case 'ArbitrationDecided': {
      const to = reader.windowName(event.data.window)
      return { zh: `仲裁决定由“${to.zh}”承办，不得再退单。`, en: `The arbitration names ${to.en}, which may not return it.` }
    }
    case 'OrderIssued': {
      const [order, why, to] = [ORDER[event.data.order], ORDERED[event.data.because], reader.windowName(event.data.window)]
      return { zh: `对“${to.zh}”${order.zh}：${why.zh}。`, en: `An order to ${to.en} (${order.en}): ${why.en}.` }
    }
    case 'AppealUrged': {
      const to = reader.windowName(event.data.window)
      return { zh: `专家催办“${to.zh}”。`, en: `The expert urges ${to.en}.` }
    }
    case 'AppealClosed': {
      const [result, why] = [CLOSE_RESULT_LABELS[event.data.result], CLOSED[event.data.because]]
      return {
        zh: `办结：${result.zh}${why === null ? '' : `（${why.zh}）`}。`,
        en: `Closed: ${result.en}${why === null ? '' : ` (${why.en})`}.`,
      }
    }
    case 'AppealRated':
      return { zh: `专家评价 ${event.data.score} 分。`, en: `The expert rates it ${event.data.score}.` }
    case 'CallBackRecorded':
      return event.data.satisfied
        ? { zh: '已回访，专家满意。', en: 'The expert was called back and is satisfied.' }
        : { zh: '已回访，专家不满意。', en: 'The expert was called back and is not satisfied.' }
    case 'CalendarReplaced': {
      const { name, version } = event.data.calendar
      return { zh: `改用“${name.zh}”的 ${version} 版。`, en: `The calendar "${name.en}" is now version ${version}.` }
    }
    case 'ItemReplaced':
      return { zh: `改用事项第 ${event.data.item.version} 版。`, en: `The item is now version ${event.data.item.version}.` }
    default:
      return null
  }
}

function extensionAsked(event: EventOf<'ExtensionRequested'> | EventOf<'ExtensionAskedLate'>, telling: Telling): Text {
  const [amount, why] = [extensionText(telling, event.data.amount), EXTENSION_REASON_LABELS[event.data.reason]]
  switch (event.type) {
    case 'ExtensionRequested': {
      const role = isRole(event.data.decidedBy) ? ROLE_LABELS[event.data.decidedBy] : { zh: '督办员', en: 'supervisor' }
      return {
        zh: `申请延期${amount.zh}：${why.zh}，由${role.zh}审批。`,
        en: `An extension of ${amount.en} is asked for: ${why.en}. The ${role.en} decides.`,
      }
    }
    case 'ExtensionAskedLate': {
      const due = dateText(telling, event.data.dueAt)
      return {
        zh: `申请延期${amount.zh}（${why.zh}），但期限已于${due.zh} 到期，不予受理，按超期计。`,
        en: `An extension of ${amount.en} (${why.en}) was asked for after the limit had ended ${due.en}; it is refused and counts as overtime.`,
      }
    }
    default:
      return assertNever(event)
  }
}

function extensionDecided({ data }: EventOf<'ExtensionDecided'>, telling: Telling): Text {
  const [verdict, amount] = [EXTENSION[data.granted ? 'granted' : 'refused'], extensionText(telling, data.amount)]
  const undecided: Text | null =
    data.because === 'not-decided' ? NOT_DECIDED : data.because === 'task-ended' ? { zh: '任务已结束', en: 'its task has ended' } : null
  const why = isForExpert(telling) ? null : undecided
  return {
    zh: `${verdict.zh}${amount.zh}${why === null ? '' : `（${why.zh}）`}。`,
    en: `The extension of ${amount.en} is ${verdict.en}${why === null ? '' : ` (${why.en})`}.`,
  }
}
