import { assertNever } from '../assert-never.ts'
import { amountWords } from '../clocks/date-words.ts'
import { PAUSE_REASON_LABELS } from '../clocks/pause-reasons.ts'
import type { Amount, Instant } from '../clocks/types.ts'
import type { Language, Text } from '../text.ts'
import { momentText } from './moment-words.ts'
import type { Standing } from './standing.ts'

const PROVISIONAL: Text = {
  zh: '（暂定：所涉年度的放假安排尚未公布）',
  en: ' (provisional: the holidays of that year are not announced yet)',
}

/** Where a limit stands, as one sentence: the date and what is left, how much it is overdue, or why there is no date now. */
export function standingText(standing: Standing): Text {
  const { calendar } = standing
  const told = (at: Instant | undefined | null): Text => (at == null || calendar === null ? NO_DATE : momentText(at, calendar))
  const dates: Dates = { due: told(standing.dueAt), stopped: told(standing.stopped?.at) }
  return { zh: inLanguage(standing, dates, 'zh'), en: inLanguage(standing, dates, 'en') }
}

const NO_DATE: Text = { zh: '', en: '' }

interface Dates {
  readonly due: Text
  readonly stopped: Text
}

function inLanguage(facts: Standing, { due: dues, stopped }: Dates, language: Language): string {
  const zh = language === 'zh'
  const left = facts.remaining === null ? '' : words(facts.remaining, language)
  const due = dues[language]
  const sure = facts.provisional ? PROVISIONAL[language] : ''
  switch (facts.state) {
    case 'awaiting-acceptance':
      return zh ? `自受理起计算，共${left}。` : `Counts from acceptance: ${left}.`
    case 'running':
      return zh ? `${due} 到期${sure}，剩余${left}。` : `Due ${due}${sure}; ${left} left.`
    case 'paused': {
      const why = facts.pause === null ? '' : PAUSE_REASON_LABELS[facts.pause.reason][language]
      return zh
        ? `中止计时（${why}），剩余${left}，恢复后另定到期时间。`
        : `Paused (${why}); ${left} left, the date follows when it runs again.`
    }
    case 'expired':
      return zh ? `已于${due} 到期${overdue(facts, language)}。` : `Was due ${due}${overdue(facts, language)}.`
    case 'stopped': {
      const at = stopped[language]
      const ended = endedWords(facts, language)
      const before = due === '' ? '' : zh ? `，期限为${due}` : `; it was due ${due}`
      return zh ? `${at} 停止计时，${ended}${before}。` : `Stopped ${at}, ${ended}${before}.`
    }
    default:
      return assertNever(facts.state)
  }
}

function overdue({ overdueBy }: Standing, language: Language): string {
  if (overdueBy === null) return ''
  const by = words(overdueBy, language)
  return language === 'zh' ? `，已超期${by}` : `; overdue by ${by}`
}

function endedWords({ overdueBy, stopped }: Standing, language: Language): string {
  const zh = language === 'zh'
  if (overdueBy !== null) return zh ? `超期${words(overdueBy, language)}` : `late by ${words(overdueBy, language)}`
  if (stopped?.ranOut === true) return zh ? '期满未办' : 'since its time had run out'
  return zh ? '未超期' : 'in time'
}

function words({ amount, unit }: Amount, language: Language): string {
  return amountWords(amount, unit, language)
}
