import { z } from 'zod'
import { HOLDER_KINDS } from '../../domain/case/time-ledger.ts'
import { PAUSE_REASONS } from '../../domain/clocks/pause-reasons.ts'
import { calendarRefSchema } from './deadlines.ts'
import { instantOut, textSchema } from './input.ts'

const minutes = z.int().meta({ description: 'minutes of office hours' })

const holderShape = {
  holder: z.enum(HOLDER_KINDS),
  window: z.string().nullable().meta({ description: 'of window and unsigned' }),
  name: textSchema,
}

/** Whose the time of an appeal was; holders, spans and periods each add up to `totalMinutes`. */
export const timeSchema = z
  .object({
    number: z.string(),
    version: z.int(),
    asOf: instantOut,
    calendar: calendarRefSchema.meta({ description: "the calendar of the expert's station, by which all minutes are counted" }),
    provisional: z.boolean(),
    totalMinutes: minutes,
    periods: z.array(z.object({ from: instantOut, to: instantOut, minutes })).meta({ description: 'when the appeal was open' }),
    holders: z.array(z.object({ ...holderShape, minutes })),
    spans: z.array(
      z.object({
        ...holderShape,
        from: instantOut,
        to: instantOut,
        taskId: z.string().nullable(),
        stage: z.string().nullable(),
        stageName: textSchema.nullable(),
        reason: z.enum(PAUSE_REASONS).nullable(),
        reasonText: textSchema.nullable(),
        minutes,
      }),
    ),
  })
  .meta({ id: 'TimeLedger' })
