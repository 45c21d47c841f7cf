import { assertNever } from '../assert-never.ts'
import { amountWords, dateWords, exactWords, momentWords, spanWords } from './date-words.ts'
import { pauseReasonWords } from './pause-reasons.ts'
import { type CountedLine, isTime, sumOf } from './sum-words.ts'
import type { DayOff, PauseRef, TraceLine } from './trace-line.ts'

/** One line of a trace in Chinese. */
export function zhSentence(line: TraceLine): string {
  switch (line.rule) {
    case 'received':
      return `${momentWords(line.moment, 'zh')} 开始计时。`
    case 'limit-changed':
      return `${momentWords(line.moment, 'zh')} 改用事项第${line.version}版，时限由${amountWords(line.before.amount, line.before.unit, 'zh')}改为${amountWords(line.limit.amount, line.limit.unit, 'zh')}。`
    case 'extended':
      return `${momentWords(line.moment, 'zh')} ${line.by === '' ? '' : `经 ${line.by} `}批准延期${amountWords(line.amount, line.unit, 'zh')}，合计${amountWords(line.budget, line.unit, 'zh')}。`
    case 'day-one':
      return `开始当日不计入，自${dateWords(line.date, 'zh')}起算。`
    case 'corresponding-day':
      return `${amountWords(line.months, 'calendar-months', 'zh')}后的${line.lastOfMonth ? '月末日（当月无对应日）' : '对应日'}为${dateWords(line.date, 'zh')}。`
    case 'counted':
      return `${dateWords(line.date, 'zh')}：第${line.day}个${line.unit === 'working-days' ? '工作日' : '自然日'}（共${line.of}个）。`
    case 'make-up':
      return `${dateWords(line.date, 'zh')}：第${line.day}个工作日（共${line.of}个，${line.name.zh}上班）。`
    case 'skipped':
      return `${dateWords(line.date, 'zh')}：${dayOffWords(line.why)}，不计入。`
    case 'counted-back':
      return `${dateWords(line.from, 'zh')}前${amountWords(line.amount, line.unit, 'zh')}为${dateWords(line.date, 'zh')}。`
    case 'paused':
      return `${dateWords(line.date, 'zh')}：中止（${pauseWords(line.pauses)}），不计入。`
    case 'paused-days-added':
      return `中止${line.days}日，顺延至${dateWords(line.date, 'zh')}。`
    case 'paused-span':
      return `${spanWords(line.from, line.to, 'zh')}：中止（${pauseWords(line.pauses)}），不计入。`
    case 'open-time':
      return `${spanWords(line.from, line.to, 'zh')}${line.makeUp ? `（${line.makeUp.zh}上班）` : ''}：${sumWords(line)}。`
    case 'elapsed':
      return `${spanWords(line.from, line.to, 'zh')}：${sumWords(line)}。`
    case 'rolled':
      return `${dateWords(line.date, 'zh')}不是工作日（${[...new Set(line.over.map((day) => dayOffWords(day.why)))].join('、')}），最后一日移至${dateWords(line.to, 'zh')}。`
    case 'provisional':
      return `暂定：日历只收录${dateWords(line.coveredFrom, 'zh')}至${dateWords(line.coveredTo, 'zh')}公布的放假安排。`
    case 'held':
      return `自${isTime(line.unit) ? exactWords(line.since, 'zh') : momentWords(line.since, 'zh')} 起中止（${pauseWords(line.pauses)}），暂无到期时间，剩余${amountWords(line.remaining, line.unit, 'zh')}。`
    case 'due':
      return `${line.ends === 'moment' ? exactWords(line.moment, 'zh') : momentWords(line.moment, 'zh')} 到期${line.ends === 'close' ? '（下班时间）' : line.ends === 'midnight' ? '（当日24时）' : ''}。`
    default:
      return assertNever(line)
  }
}

function sumWords(line: CountedLine): string {
  const { counted, total, of } = sumOf(line, 'zh')
  return `计${counted}，累计${total}，共${of}`
}

function dayOffWords(why: DayOff): string {
  if (why.kind === 'holiday') return why.name.zh
  return why.kind === 'rest-day' ? '休息日' : '无办公时段'
}

function pauseWords(pauses: readonly PauseRef[]): string {
  return [...new Set(pauses.map((pause) => pauseReasonWords(pause.reason, 'zh')))].join('；')
}
