import type { Language, Text } from '../../../domain/text.ts'
import type { HolderSpan, TimeLedger } from '../../http/shapes/case.ts'

/** One holder's row of the picture: blocks along the office hours that the appeal has taken so far. */
export interface Lane {
  readonly key: string
  readonly holder: HolderSpan['holder']
  readonly name: Text
  readonly minutes: number
  /** Whole per cent of all time. */
  readonly share: number
  readonly blocks: readonly { readonly x: number; readonly width: number; readonly span: HolderSpan }[]
}

/** A block is never thinner than this, so that an hour in a month can be seen. */
const THINNEST = 2

/**
 * The rows of the picture, in the order in which they first had the appeal. The line from 0 to `width` is the whole of the
 * office minutes; spans without any (nights, holidays) take no room.
 */
export function lanesOf(ledger: TimeLedger, width: number): readonly Lane[] {
  const scale = ledger.totalMinutes === 0 ? 0 : width / ledger.totalMinutes
  let before = 0
  const placed = ledger.spans.map((span) => {
    const at = before
    before += span.minutes
    return { span, at }
  })
  return ledger.holders.map((holder) => ({
    key: `${holder.holder} ${holder.window ?? ''}`,
    holder: holder.holder,
    name: holder.name,
    minutes: holder.minutes,
    share: ledger.totalMinutes === 0 ? 0 : Math.round((100 * holder.minutes) / ledger.totalMinutes),
    blocks: placed
      .filter(({ span }) => span.holder === holder.holder && span.window === holder.window && span.minutes > 0)
      .map(({ span, at }) => {
        const length = Math.max(THINNEST, span.minutes * scale)
        return { x: Math.min(at * scale, width - length), width: length, span }
      }),
  }))
}

/** Minutes of office hours in words: '5 小时 20 分'. */
export function minutesWords(minutes: number, language: Language): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (language === 'zh') return hours === 0 ? `${rest} 分` : rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分`
  return hours === 0 ? `${rest} min` : rest === 0 ? `${hours} h` : `${hours} h ${rest} min`
}
