import { z } from 'zod'
import { text } from './short-forms.ts'

const periods = z.array(z.string())
const weekDay = z.strictObject({ working: z.boolean(), open: periods })

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

const makeUp = z.preprocess(
  (written) => (typeof written === 'string' ? { date: written } : written),
  z.strictObject({ date: z.string(), open: periods.optional() }),
)

const holiday = z.strictObject({
  zh: text.shape.zh,
  en: text.shape.en,
  from: z.string(),
  /** Last day; left out where it is one day. */
  to: z.string().optional(),
  makeUp: z.array(makeUp).default([]),
})

const year = z.strictObject({
  year: z.int().min(1980).max(2200),
  notice: z.strictObject({ title: z.string().min(1), number: z.string().min(1), issued: z.string() }),
  holidays: z.array(holiday),
})

/** `calendars/<id>.yaml`. One that extends another writes down only what differs. */
export const calendarFile = z.strictObject({
  id: z.string(),
  extends: z.string().optional(),
  version: z.string().min(1).max(40),
  name: text,
  offset: z.string().optional(),
  covers: z.strictObject({ from: z.string(), to: z.string() }).optional(),
  weekly: z
    .strictObject({
      monday: weekDay.optional(),
      tuesday: weekDay.optional(),
      wednesday: weekDay.optional(),
      thursday: weekDay.optional(),
      friday: weekDay.optional(),
      saturday: weekDay.optional(),
      sunday: weekDay.optional(),
    })
    .default({}),
  makeUpOpen: periods.optional(),
  years: z.array(year).default([]),
})
export type CalendarFile = z.output<typeof calendarFile>
