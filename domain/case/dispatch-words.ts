import { assertNever } from '../assert-never.ts'
import type { Level } from '../routing/directory.ts'
import type { Text } from '../text.ts'
import type { CaseEvent, EventOf } from './event.ts'
import { RETURN_REASON_LABELS } from './reasons.ts'

/** Name of a window by its code. */
export type WindowNames = (code: string) => Text

/** At which level the item wants the window; null where the expert's own station will do. */
export function levelText(level: Level): Text | null {
  switch (level) {
    case 'own':
      return null
    case 'city':
      return { zh: '事项要求由市级及以上窗口办理。', en: 'The item asks for a window of the city or above.' }
    case 'province':
      return { zh: '事项要求由省级窗口办理。', en: 'The item asks for a window of the province.' }
    default:
      return assertNever(level)
  }
}

/** Why the task went to that window, as a sentence; `before` are the events before the dispatch. */
export function dispatchText(event: EventOf<'TaskDispatched'>, before: readonly CaseEvent[], name: WindowNames): Text {
  const { because, role, window } = event.data
  const to = name(window)
  const from = formerWindow(event, before)
  const left = from === null ? null : name(from)
  const [leftZh, leftEn] = left === null ? ['原窗口', 'its window'] : [`“${left.zh}”`, left.en]
  switch (because) {
    case 'route':
    case 'reopened':
    case 'co-handling':
      return role === 'lead' ? resolvedText(event, to) : coHandlingText(event, to)
    case 'returned': {
      const returned = before.findLast((each) => each.type === 'TaskReturned')
      const why = returned?.type === 'TaskReturned' ? RETURN_REASON_LABELS[returned.data.reason] : null
      return {
        zh: `${leftZh}退单${why === null ? '' : `（${why.zh}）`}，首次退单由兜底窗口“${to.zh}”接办。`,
        en: `${leftEn} returned it${why === null ? '' : ` (${why.en})`}; the first return goes to the fallback window ${to.en}.`,
      }
    }
    case 'referred':
      return { zh: `${leftZh}转办给“${to.zh}”。`, en: `${leftEn} referred it to ${to.en}.` }
    case 'arbitrated':
      return { zh: `经仲裁指定由“${to.zh}”承办，不得再退单。`, en: `Arbitration named ${to.en}, which may not return it.` }
    case 'reassigned':
      return { zh: `由${leftZh}改派给“${to.zh}”。`, en: `It was reassigned from ${leftEn} to ${to.en}.` }
    case 'unclaimed':
      return {
        zh: `${leftZh}逾期无人认领，改由本站兜底窗口“${to.zh}”承办。`,
        en: `Nobody at ${leftEn} claimed it in time, so the fallback window ${to.en} takes it.`,
      }
    default:
      return assertNever(because)
  }
}

/** The window whose task was given up for this one. */
function formerWindow(event: EventOf<'TaskDispatched'>, before: readonly CaseEvent[]): string | null {
  const former = before.findLast(
    (each) => each.type === 'TaskDispatched' && each.data.role === 'lead' && each.data.stage === event.data.stage,
  )
  return former?.type === 'TaskDispatched' ? former.data.window : null
}

function resolvedText(event: EventOf<'TaskDispatched'>, to: Text): Text {
  switch (event.data.resolved) {
    case 'own':
      return { zh: `专家所在服务站设有“${to.zh}”，由其承办。`, en: `The expert's own station has ${to.en}, so it handles the stage.` }
    case 'above':
      return {
        zh: `由专家所在服务站之上最近的“${to.zh}”承办。`,
        en: `${to.en} is the nearest one above the expert's own station, so it handles the stage.`,
      }
    case 'fallback':
      return {
        zh: `专家所在服务站及其上级都没有该窗口，由本站兜底窗口“${to.zh}”承办。`,
        en: `Neither the expert's station nor one above it has such a window, so its fallback window ${to.en} handles the stage.`,
      }
    case 'named':
      return { zh: `指定由“${to.zh}”承办。`, en: `${to.en} was named to handle it.` }
    default:
      return assertNever(event.data.resolved)
  }
}

function coHandlingText(event: EventOf<'TaskDispatched'>, to: Text): Text {
  return event.data.resolved === 'named'
    ? { zh: `主办窗口请“${to.zh}”协办。`, en: `The lead window asked ${to.en} to co-handle.` }
    : { zh: `按事项规定，由“${to.zh}”协办。`, en: `By the rules of the item ${to.en} co-handles.` }
}
