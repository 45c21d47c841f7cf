import { amountWords } from '../clocks/date-words.ts'
import type { Calendar, Instant } from '../clocks/types.ts'
import type { Verdict } from '../clocks/verdict.ts'
import { CARD_LABELS } from '../notices/labels.ts'
import type { Language, Text } from '../text.ts'
import type { CardPast } from './clock-past.ts'
import { momentText } from './moment-words.ts'
import type { CaseRung, RungCancelReason } from './state.ts'

/** Why a rung will not fire any more. */
export const RUNG_CANCEL_LABELS: Readonly<Record<RungCancelReason, Text>> = {
  'clock-stopped': { zh: '计时已停止', en: 'the clock had stopped' },
  'condition-not-met': { zh: '条件不成立', en: 'its condition did not hold' },
  'later-rung-fired': { zh: '后一级已触发', en: 'a later rung fired instead' },
  'clock-paused': { zh: '计时已中止', en: 'the clock was paused' },
  'date-moved': { zh: '到期时间已变动', en: 'the date had moved' },
  'item-changed': { zh: '事项新版本不再有此级', en: 'the newer version of the item has no such rung' },
}

/** How a clock ended: in time, late, or by running out with nothing done (deemed acceptance, tacit consent, lapse). */
export type ClockOutcome = 'in-time' | 'late' | 'ran-out'

/** Where a rung stands, as a sentence. */
export function rungText(rung: CaseRung, calendar: Calendar): Text {
  if (rung.state === 'cancelled') {
    const because = rung.because === null ? null : RUNG_CANCEL_LABELS[rung.because]
    return because === null ? { zh: '已取消。', en: 'Cancelled.' } : { zh: `已取消：${because.zh}。`, en: `Cancelled: ${because.en}.` }
  }
  if (rung.state === 'fired')
    return dated(rung.firedAt ?? rung.at, calendar, (date) => ({ zh: `${date.zh} 已触发。`, en: `Fired ${date.en}.` }))
  return dated(rung.at, calendar, (date) => ({ zh: `将于${date.zh} 触发。`, en: `Will fire ${date.en}.` }))
}

/** A card that was given, and whether it was withdrawn, as a sentence. */
export function cardText({ colour, shownAt, withdrawnAt }: CardPast, calendar: Calendar): Text {
  const [card, shown] = [CARD_LABELS[colour], momentText(shownAt, calendar)]
  const name = `${card.en.charAt(0).toUpperCase()}${card.en.slice(1)}`
  if (withdrawnAt === null) return { zh: `${shown.zh} 亮${card.zh}。`, en: `${name} shown ${shown.en}.` }
  const gone = momentText(withdrawnAt, calendar)
  return { zh: `${shown.zh} 亮${card.zh}，${gone.zh} 撤牌。`, en: `${name} shown ${shown.en}, withdrawn ${gone.en}.` }
}

/** How a clock ended and whose the office hours were, as a sentence. */
export function verdictText(verdict: Verdict, outcome: ClockOutcome, stoppedAt: Instant, calendar: Calendar): Text {
  const { officeMinutes, expertMinutes, thirdPartyMinutes, excludedMinutes } = verdict.shares
  const at = momentText(stoppedAt, calendar)
  return {
    zh: `${at.zh} 停止，${ended(verdict, outcome, 'zh')}。办公时间：本单位${officeMinutes}分钟，专家${expertMinutes}分钟，其他单位${thirdPartyMinutes}分钟，依法不计入的程序${excludedMinutes}分钟。`,
    en: `Stopped ${at.en}, ${ended(verdict, outcome, 'en')}. Office hours: office ${officeMinutes} min, expert ${expertMinutes} min, other offices ${thirdPartyMinutes} min, procedures the law does not count ${excludedMinutes} min.`,
  }
}

function ended({ lateBy }: Verdict, outcome: ClockOutcome, language: Language): string {
  const zh = language === 'zh'
  if (outcome === 'ran-out') return zh ? '期满未办' : 'since its time had run out'
  if (outcome === 'in-time' || lateBy === null) return zh ? '未超期' : 'in time'
  const by = amountWords(lateBy.amount, lateBy.unit, language)
  return zh ? `超期${by}` : `late by ${by}`
}

/** A rung of a clock that stands still has no instant. */
function dated(at: Instant | null, calendar: Calendar, words: (date: Text) => Text): Text {
  if (at === null) return { zh: '计时中止，恢复后另定时间。', en: 'The clock stands still; the instant follows when it runs again.' }
  return words(momentText(at, calendar))
}
