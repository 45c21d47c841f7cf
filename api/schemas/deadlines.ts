import { z } from 'zod'
import { PAUSE_REASONS, WAITS_FOR } from '../../domain/clocks/pause-reasons.ts'
import { DAY_ENDS, UNITS } from '../../domain/clocks/types.ts'
import { RUNG_CANCEL_REASONS, RUNG_STATES } from '../../domain/case/state.ts'
import { clockSchema } from './case.ts'
import { instantOut, textSchema } from './input.ts'

const at = instantOut.nullable()
const amount = z.object({ amount: z.number(), unit: z.enum(UNITS) })

/** A calendar that dates or minutes were counted by, with the notices it rests on. */
export const calendarRefSchema = z.object({
  id: z.string(),
  version: z.string(),
  name: textSchema,
  notices: z.array(z.object({ year: z.int(), title: z.string(), number: z.string(), issued: z.string() })),
})

const rungSchema = z.object({
  code: z.string(),
  at: at.meta({ description: 'null while the clock is paused' }),
  state: z.enum(RUNG_STATES),
  because: z.enum(RUNG_CANCEL_REASONS).nullable(),
  armedAt: instantOut.meta({ description: 'when it was armed last, for the instant `at`' }),
  firedAt: at,
  cancelledAt: at,
  actions: z.array(z.looseObject({ kind: z.string() })),
  rule: textSchema.nullable().meta({ description: 'what it does and when, in words' }),
  text: textSchema.meta({ description: 'where it stands, in words' }),
})

/** One clock: its facts, its date as a sum, what is left or how it ended, and its ladder. */
export const explainedClockSchema = clockSchema
  .extend({
    windowName: textSchema.nullable(),
    calendar: calendarRefSchema,
    budget: amount,
    endsAt: z.enum(DAY_ENDS),
    pauses: z.array(
      z.object({
        id: z.string(),
        from: instantOut,
        to: at,
        reason: z.enum(PAUSE_REASONS).or(z.string()),
        reasonText: textSchema,
        waitsFor: z.enum(WAITS_FOR).nullable(),
      }),
    ),
    extensions: z.array(z.object({ id: z.string(), amount: z.number(), grantedAt: instantOut })),
    trace: z.array(z.looseObject({ rule: z.string(), text: textSchema })).meta({ description: 'the sum, line by line' }),
    explained: z.boolean().meta({ description: 'false only where the rules of counting were mended since this date was told' }),
    verdict: z
      .object({
        outcome: z.enum(['in-time', 'late', 'ran-out']),
        lateBy: amount.nullable(),
        minutes: z.object({ office: z.int(), expert: z.int(), thirdParty: z.int(), excluded: z.int() }),
        text: textSchema,
      })
      .nullable()
      .meta({ description: 'null while it runs' }),
    card: z.enum(['yellow', 'red']).nullable().meta({ description: 'the card that stands; null for an expert' }),
    cards: z
      .array(
        z.object({
          colour: z.enum(['yellow', 'red']),
          rung: z.string().nullable(),
          shownAt: instantOut,
          withdrawnAt: at,
          text: textSchema,
        }),
      )
      .meta({ description: 'every card it was given; none for an expert' }),
    rungs: z.array(rungSchema).meta({ description: 'for an expert only those that notify the expert' }),
  })
  .meta({ id: 'ExplainedClock' })

export const deadlinesSchema = z
  .object({ number: z.string(), version: z.int(), asOf: instantOut, clocks: z.array(explainedClockSchema) })
  .meta({ id: 'Deadlines' })
