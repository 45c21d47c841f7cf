import { z } from 'zod'
import { AGES, FIGURES, isMonthFigure, isPersonFigure } from '../../domain/figures/figures.ts'
import { monthOf } from '../../domain/figures/months.ts'
import { InvalidCursor } from '../../prisma/readers/cursor.ts'
import type { FigureQuery } from '../../prisma/readers/figures/figure-list.ts'
import { fieldError, invalid } from '../problems/problem.ts'
import { code, uuid } from '../schemas/input.ts'

/** A month of the offices as people write it. */
export const monthName = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/)

/** What a number of the board is narrowed to; its list takes the same. */
export const figureFields = {
  figure: z.enum(FIGURES).meta({ description: 'which number; docs/figures.md says what each counts' }),
  window: code.optional().meta({ description: 'accountable window; of a closed appeal the last one' }),
  item: code.optional(),
  station: code.optional(),
  age: z.enum(AGES).optional().meta({ description: 'days since receipt; of figures of open appeals' }),
  month: monthName.optional().meta({ description: 'of figures by month' }),
  person: uuid.optional().meta({ description: 'of figures of a person, who is then required' }),
}

const figureQuery = z.strictObject(figureFields)

/** The checked query; 422 where a narrowing does not go with the figure. */
export function checkedFigure({ month, ...given }: z.output<typeof figureQuery>): FigureQuery {
  const { figure, person, age } = given
  if (isPersonFigure(figure) && person === undefined) throw invalid([fieldError('person', 'required')])
  if (!isPersonFigure(figure) && person !== undefined) throw invalid([fieldError('person', 'unknown-field')])
  if (!isMonthFigure(figure) && month !== undefined) throw invalid([fieldError('month', 'unknown-field')])
  if (isMonthFigure(figure) && age !== undefined) throw invalid([fieldError('age', 'unknown-field')])
  const whole = month === undefined ? null : monthOf(month)
  const kept = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  return { ...kept, figure, ...(whole !== null && { month: whole }) }
}

/** What a list answers; 422 for a cursor that it never gave. */
export async function withCursor<T>(list: Promise<T>): Promise<T> {
  try {
    return await list
  } catch (error) {
    if (error instanceof InvalidCursor) throw invalid([fieldError('cursor', 'format', { format: 'cursor' })])
    throw error
  }
}
