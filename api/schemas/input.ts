import { z } from 'zod'

/** No parameters, no query, no body: anything given is an unknown field. */
export const nothing = z.strictObject({})
/** The answer has no body. */
export const empty = z.undefined()
/** The answer is a file, sent as it is (`file` of the answer). */
export const octets = z.undefined()

export const textSchema = z.object({ zh: z.string(), en: z.string() }).meta({ id: 'Text' })

/** A free text: not blank, at most 4,000 characters. */
export const freeText = z.string().trim().min(1).max(4000)
/** A code of a catalogue or a table: letters, digits, dot, dash, underscore. */
export const code = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[\w.-]+$/)
/** Number (HY-2026-000123-7) or id of an appeal, or id of a task; one that nobody has is 404, whatever its form. */
export const reference = z.string().min(1).max(100)
export const uuid = z.uuid()
/** An instant of a request: ISO 8601 with zone, as epoch milliseconds. */
export const instant = z.iso
  .datetime({ offset: true })
  .meta({ description: 'ISO 8601 with zone' })
  .transform((text) => Date.parse(text))
/** The end of a pause: an instant, or a day, which stands for its end in the zone of the offices (UTC+8). */
export const untilInstant = z.union([instant, z.iso.date().transform((date) => Date.parse(`${date}T00:00:00+08:00`) + 86_400_000)])
/** A day of 1900 to 2199: what a calendar of people can mean, and the database can store. */
export const localDate = z.iso.date().regex(/^(19|20|21)/)
/** An instant of an answer. */
export const instantOut = z.iso.datetime().meta({ description: 'ISO 8601, UTC' })

/** Page of a list: `cursor` is the `next` of the page before. */
export const pageQuery = {
  cursor: z.string().min(1).max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
}
