import type { Language } from '../text.ts'
import { COUNTING } from './budget.ts'
import { durationWords } from './date-words.ts'
import type { TraceLine } from './trace-line.ts'
import type { Unit } from './types.ts'

export type CountedLine = Extract<TraceLine, { readonly rule: 'open-time' | 'elapsed' }>

/**
 * What a span of time counts, what has been counted with it, and the budget, in words. Moments are told to
 * the second, cut off; so the span is what a reader gets by subtracting them, and the total is rounded up,
 * which gives the same sum where only the start lies between two seconds.
 */
export function sumOf(line: CountedLine, language: Language): { readonly counted: string; readonly total: string; readonly of: string } {
  const words = (seconds: number): string => durationWords(seconds, line.unit, language)
  return {
    counted: words(Math.floor(line.to.at / 1000) - Math.floor(line.from.at / 1000)),
    total: words(Math.ceil(line.totalMs / 1000)),
    of: words(line.ofMs / 1000),
  }
}

/** Whether a unit is told to the second: all but days and months. */
export function isTime(unit: Unit): boolean {
  return COUNTING[unit] === 'open-time' || COUNTING[unit] === 'elapsed-time'
}
