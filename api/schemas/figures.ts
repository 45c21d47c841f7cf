import { z } from 'zod'
import { AGES, PRESENT_FIGURES, RATES } from '../../domain/figures/figures.ts'
import { ORDER_KINDS } from '../../domain/figures/order-states.ts'
import { personRefSchema } from './case.ts'
import { instantOut, textSchema } from './input.ts'

export const countedSchema = z
  .object({ count: z.int(), list: z.string().meta({ description: 'the query that lists exactly these' }) })
  .meta({ id: 'Counted' })

const words = { name: textSchema, meaning: textSchema.meta({ description: 'which appeals it counts' }) }

export const figuresSchema = z.object({
  at: instantOut,
  figures: z.array(z.object({ figure: z.enum(PRESENT_FIGURES), ...words, ...countedSchema.shape })),
  ages: z.array(z.object({ age: z.enum(AGES), ...countedSchema.shape })).meta({ description: 'open appeals by days since receipt' }),
  items: z.array(z.object({ item: z.string(), name: textSchema })).meta({ description: 'matters that have open appeals' }),
  windows: z.array(
    z.object({
      window: z.string(),
      windowName: textSchema,
      figures: z.record(z.enum(PRESENT_FIGURES), countedSchema),
      items: z
        .array(z.object({ item: z.string(), open: countedSchema, overdue: countedSchema }))
        .meta({ description: 'its open appeals by matter; matters without any are left out' }),
    }),
  ),
  orders: z.array(
    z.object({ kind: z.enum(ORDER_KINDS), name: textSchema, unanswered: countedSchema, late: countedSchema, answered: countedSchema }),
  ),
})

export const ratesSchema = z.object({
  at: instantOut,
  months: z.array(z.object({ month: z.string(), received: countedSchema, closed: countedSchema })),
  rates: z.array(
    z.object({
      rate: z.enum(RATES),
      ...words,
      months: z.array(
        z.object({
          month: z.string(),
          share: countedSchema,
          of: countedSchema,
          percent: z.number().nullable().meta({ description: 'to one decimal; null where nothing is counted' }),
        }),
      ),
    }),
  ),
})

export const loadSchema = z.object({
  at: instantOut,
  people: z.array(z.object({ person: personRefSchema, held: countedSchema, overdue: countedSchema })),
})

export const ordersSchema = z.object({
  orders: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      item: textSchema,
      kind: z.enum(ORDER_KINDS),
      kindName: textSchema,
      window: z.string(),
      windowName: textSchema,
      issuedAt: instantOut,
      issuedBy: personRefSchema.nullable().meta({ description: 'null where a rule or the expert issued it' }),
      dueAt: instantOut.nullable(),
      late: z.boolean(),
      answeredAt: instantOut.nullable(),
      answer: z.string().nullable(),
    }),
  ),
  next: z.string().nullable(),
})
