import { z } from 'zod'
import { STATION_LEVELS } from '../../domain/routing/directory.ts'
import { code, text } from './short-forms.ts'

const department = z.strictObject({
  code,
  name: text,
  functions: z.array(z.strictObject({ code, zh: text.shape.zh, en: text.shape.en })).min(1),
})

const station = z.strictObject({
  code,
  level: z.enum(STATION_LEVELS),
  above: z.string().nullable().default(null),
  name: text,
  calendar: z.string(),
  fallback: z.string(),
})

/** `<station>.<department>.<function>`, or the same with a calendar of its own. */
const windowRow = z.preprocess(
  (written) => (typeof written === 'string' ? { window: written } : written),
  z.strictObject({ window: z.string(), calendar: z.string().optional() }),
)

/** `departments.yaml`: departments with their functions, stations with the one above, windows as rows. */
export const officesFile = z.strictObject({
  departments: z.array(department).min(1),
  stations: z.array(station).min(1),
  windows: z.array(windowRow).min(1),
})
export type OfficesFile = z.output<typeof officesFile>
