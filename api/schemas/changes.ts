import { z } from 'zod'
import { COLOURS } from '../../domain/case/rows.ts'
import { CLOCK_KINDS, UNITS } from '../../domain/clocks/types.ts'
import { CHANGE_KINDS } from '../../prisma/change-scope.ts'
import { instantOut, textSchema } from './input.ts'

const yaml = z.string().min(1).max(200_000).meta({ description: 'the YAML of the whole file' })
const file = z
  .string()
  .max(200)
  .regex(/^[^\p{Cc}]+$/u)
  .optional()
  .meta({ description: 'name of the file in the errors' })
const reason = z.string().trim().min(1).max(500)
const preview = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ description: 'the digest of the preview that was seen' })

export const previewBody = z.strictObject({
  text: yaml,
  file,
  after: z.uuid().optional().meta({ description: 'the next of the part before; its figures are added by the caller' }),
})
export const calendarImportBody = z.strictObject({ text: yaml, file, reason, preview })
export const itemImportBody = z.strictObject({
  text: yaml,
  file,
  reason,
  preview,
  moveRunning: z.boolean().meta({ description: 'whether open appeals of the item move to the new version' }),
})

const amount = z.object({ amount: z.number(), unit: z.enum(UNITS) })
const clockChange = z.object({
  id: z.string(),
  kind: z.enum(CLOCK_KINDS),
  effect: z.enum(['moves', 'starts', 'stops']),
  dueBefore: instantOut.nullable(),
  dueAfter: instantOut.nullable(),
  colourBefore: z.enum(COLOURS),
  colourAfter: z.enum(COLOURS),
  moved: z.enum(['gains', 'loses', 'none']),
  by: amount.nullable(),
})

export const previewSchema = z
  .object({
    kind: z.enum(CHANGE_KINDS),
    target: z.string(),
    version: z.string(),
    digest: z.string(),
    /** Ids of the versions that come into force together. */
    brings: z.array(z.object({ id: z.string(), version: z.string() })),
    appeals: z.number(),
    gaining: z.number(),
    losing: z.number(),
    changing: z.number(),
    refused: z.number(),
    clocksMoved: z.number(),
    shifts: z.array(amount.extend({ moved: z.enum(['gains', 'loses']), clocks: z.number() })),
    colours: z.array(z.object({ from: z.enum(COLOURS), to: z.enum(COLOURS), appeals: z.number() })),
    first: z.array(
      z.object({
        number: z.string(),
        clocks: z.array(clockChange),
        refusal: z.object({ code: z.string(), text: textSchema }).nullable(),
      }),
    ),
    next: z.string().nullable().meta({ description: 'ask again with after = next; null where all were looked at' }),
  })
  .meta({ id: 'ChangePreview' })

export const changeSchema = z
  .object({
    id: z.string(),
    kind: z.enum(CHANGE_KINDS),
    target: z.string(),
    version: z.string(),
    reason: z.string(),
    confirmedBy: z
      .object({ id: z.string(), name: z.string() })
      .nullable()
      .meta({ description: 'null where a newer file was found at a start' }),
    askedAt: instantOut.meta({ description: 'case time' }),
    startedAt: instantOut,
    endedAt: instantOut.nullable(),
    state: z.enum(['running', 'ended', 'ended-with-failures']),
    total: z.number(),
    done: z.number(),
    moved: z.number(),
    unmoved: z.number(),
    ended: z.number(),
    refused: z.number(),
    failed: z.number(),
  })
  .meta({ id: 'Change' })

export const changeDetailSchema = changeSchema
  .extend({ leftovers: z.array(z.object({ number: z.string(), state: z.enum(['refused', 'failed']), detail: z.string().nullable() })) })
  .meta({ id: 'ChangeDetail' })

export const calendarSchema = z
  .object({
    id: z.string(),
    version: z.string(),
    name: textSchema,
    covers: z.object({ from: z.string(), to: z.string() }),
    since: instantOut.nullable().meta({ description: 'case time; null while only its file gives it' }),
    reason: z.string().nullable(),
    notices: z.array(z.object({ year: z.number(), title: z.string(), number: z.string(), issued: z.string() })),
  })
  .meta({ id: 'Calendar' })

export const calendarYearSchema = calendarSchema
  .extend({
    text: z.string(),
    year: z.number(),
    covered: z.boolean().meta({ description: 'false: the year is not announced, its days follow the weekly pattern' }),
    days: z.array(
      z.object({
        date: z.string(),
        kind: z.enum(['working', 'off', 'holiday', 'make-up']),
        name: textSchema.nullable(),
        periods: z.array(z.object({ from: z.string(), to: z.string() })),
      }),
    ),
  })
  .meta({ id: 'CalendarYear' })
