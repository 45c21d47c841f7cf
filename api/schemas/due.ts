import { z } from 'zod'
import { COLOURS } from '../../domain/case/rows.ts'
import { STANDING_STATES } from '../../domain/case/standing.ts'
import { PAUSE_REASONS } from '../../domain/clocks/pause-reasons.ts'
import { CLOCK_KINDS, UNITS } from '../../domain/clocks/types.ts'
import { instantOut, textSchema } from './input.ts'

export const amountSchema = z.object({ amount: z.number(), unit: z.enum(UNITS) })
export const remainingSchema = amountSchema.extend({ exhausted: z.boolean() }).nullable()

/** One limit as it stands now. */
export const dueSchema = z
  .object({
    clockId: z.string().nullable().meta({ description: 'null while the limit awaits the acceptance' }),
    kind: z.enum(CLOCK_KINDS),
    name: textSchema,
    state: z.enum(STANDING_STATES),
    dueAt: instantOut.nullable().meta({ description: 'null while paused or awaiting acceptance' }),
    provisional: z.boolean().meta({ description: 'true past the years whose holidays are announced' }),
    remaining: remainingSchema.meta({ description: 'of the budget; once stopped, what was left then; never below 0' }),
    overdueBy: amountSchema.nullable().meta({ description: 'units begun since the due instant' }),
    colour: z
      .enum(COLOURS)
      .meta({ description: 'a card that stands, or a time that is over; once stopped, red where it was late or ran out' }),
    pause: z
      .object({ reason: z.enum(PAUSE_REASONS), reasonText: textSchema, since: instantOut, until: instantOut.nullable() })
      .nullable()
      .meta({ description: 'what it waits for, since when, and until when at the latest' }),
    text: textSchema.meta({ description: 'the same as one sentence' }),
  })
  .meta({ id: 'Due' })

/** The three limits that every answer about an appeal or a task tells; null where the matter has none, or none is at work. */
export const duesSchema = z
  .object({ legal: dueSchema.nullable(), promised: dueSchema.nullable(), stage: dueSchema.nullable() })
  .meta({ id: 'Dues' })
