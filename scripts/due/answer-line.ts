import { calculate, type CalculationAnswer } from '../../domain/clocks/calculate.ts'
import { parseCalculation } from '../../domain/clocks/calculation.ts'
import { calculationProblem, type CalculationProblem } from '../../domain/clocks/calculation-rules.ts'
import type { Calendar } from '../../domain/clocks/types.ts'

/** A line of a thousand pauses fits; what is longer is no calculation. */
export const MAX_LINE_CHARACTERS = 256 * 1024

/** A line that cannot be answered: its number from 1, its id where it could be read, every breach. */
export interface LineError {
  readonly line: number
  readonly id: string | number | null
  readonly error: { readonly code: 'invalid-line'; readonly problems: readonly CalculationProblem[] }
}

/** Answers one line of JSON; a bad one is a value too, so that the others are still answered. */
export function answerLine(text: string, line: number, calendars: ReadonlyMap<string, Calendar>): CalculationAnswer | LineError {
  if (text.length > MAX_LINE_CHARACTERS)
    return lineError(line, null, [calculationProblem('', 'too-long', { limit: String(MAX_LINE_CHARACTERS) })])
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return lineError(line, null, [calculationProblem('', 'not-json')])
  }
  const { calculation, problems } = parseCalculation(value, new Set(calendars.keys()))
  const calendar = calculation && calendars.get(calculation.calendar)
  return calculation && calendar ? calculate(calculation, calendar) : lineError(line, idOf(value), problems)
}

function lineError(line: number, id: string | number | null, problems: readonly CalculationProblem[]): LineError {
  return { line, id, error: { code: 'invalid-line', problems } }
}

function idOf(value: unknown): string | number | null {
  if (typeof value !== 'object' || value === null || !('id' in value)) return null
  if (typeof value.id === 'string') return value.id.slice(0, 200)
  return typeof value.id === 'number' ? value.id : null
}
