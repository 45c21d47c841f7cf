import { FieldReader, isObject } from './calculation-fields.ts'
import { calculationProblem, type CalculationProblem } from './calculation-rules.ts'
import { DAY_MS } from './local-date.ts'
import { DAY_ENDS, UNITS, type ClockFacts, type Extension, type Instant, type Pause, type Unit } from './types.ts'

/** A clock as it is asked about: its facts, the calendar to count on, and the instant at which to say what is left. */
export interface Calculation {
  /** Given back as it came, so that whoever asked finds the answer again. */
  readonly id: string | number | null
  readonly calendar: string
  readonly clock: ClockFacts
  readonly asOf: Instant | null
}

/** About ten years of each unit; more is no limit of an office. */
export const MAX_AMOUNT: Readonly<Record<Unit, number>> = {
  'working-minutes': 1_200_000,
  'working-hours': 20_000,
  'working-days': 2_500,
  'calendar-days': 3_660,
  'calendar-months': 120,
  'elapsed-hours': 87_840,
}

const MAX_PAUSES = 500
const MAX_EXTENSIONS = 100
/** The sum names on each day every pause that holds, so this bounds its length. */
const MAX_PAUSED_DAYS = 10_000
const FIELDS = ['id', 'calendar', 'unit', 'amount', 'startedAt', 'pauses', 'extensions', 'asOf', 'endsAt'] as const
const PAUSE_FIELDS = ['id', 'from', 'to', 'reason'] as const
const EXTENSION_FIELDS = ['id', 'amount', 'grantedAt', 'by'] as const

export type ParsedCalculation =
  | { readonly calculation: Calculation; readonly problems: readonly [] }
  | { readonly calculation: null; readonly problems: readonly CalculationProblem[] }

/**
 * A calculation from parsed JSON, or every breach with its field and rule. Instants are ISO 8601 with a
 * zone, amounts whole numbers in `unit`; a pause without `to` is open. Pauses that overlap are two honest
 * reports and no breach: they count once and the trace names both.
 */
export function parseCalculation(value: unknown, calendars: ReadonlySet<string>): ParsedCalculation {
  if (!isObject(value)) return { calculation: null, problems: [calculationProblem('', 'not-an-object')] }
  const read = new FieldReader(value, FIELDS)
  const id = typeof value['id'] === 'number' ? value['id'] : read.text('id', false)
  const calendar = read.text('calendar', true)
  if (calendar !== null && !calendars.has(calendar))
    read.report('calendar', 'unknown-calendar', { word: calendar.slice(0, 40), allowed: [...calendars].join(', ') })
  const unit = read.choice('unit', UNITS)
  const amount = read.amount('amount', unit ? MAX_AMOUNT[unit] : Infinity)
  const startedAt = read.instant('startedAt', true)
  const pauses = pausesOf(read)
  const extensions = extensionsOf(read, unit)
  const asOf = read.instant('asOf', false)
  const endsAt = read.choice('endsAt', DAY_ENDS, 'close') ?? 'close'
  if (unit && amount !== null) {
    const total = extensions.reduce((sum, extension) => sum + extension.amount, amount)
    if (total > MAX_AMOUNT[unit]) read.report('extensions', 'total-too-large', { limit: String(MAX_AMOUNT[unit]) })
  }
  if (read.problems.length > 0 || calendar === null || unit === null || amount === null || startedAt === null) {
    return { calculation: null, problems: read.problems }
  }
  return { calculation: { id, calendar, clock: { budget: { amount, unit }, startedAt, pauses, extensions, endsAt }, asOf }, problems: [] }
}

function pausesOf(read: FieldReader): readonly Pause[] {
  const pauses = read.list('pauses', PAUSE_FIELDS, MAX_PAUSES).flatMap((pause, index) => {
    const from = pause.instant('from', true)
    const to = pause.instant('to', false)
    const reason = pause.text('reason', true)
    const id = pause.text('id', false) ?? `pause-${index + 1}`
    if (from !== null && to !== null && to < from) pause.report('to', 'ends-before-it-begins')
    return from === null || reason === null ? [] : [{ id, from, to, reason }]
  })
  const pausedMs = pauses.reduce((sum, { from, to }) => sum + Math.max(0, (to ?? from) - from), 0)
  if (pausedMs > MAX_PAUSED_DAYS * DAY_MS) read.report('pauses', 'paused-too-long', { limit: String(MAX_PAUSED_DAYS) })
  return pauses
}

function extensionsOf(read: FieldReader, unit: Unit | null): readonly Extension[] {
  return read.list('extensions', EXTENSION_FIELDS, MAX_EXTENSIONS).flatMap((extension, index) => {
    const amount = extension.amount('amount', unit ? MAX_AMOUNT[unit] : Infinity)
    const grantedAt = extension.instant('grantedAt', true)
    const id = extension.text('id', false) ?? `extension-${index + 1}`
    const by = extension.text('by', false)
    return amount === null || grantedAt === null ? [] : [{ id, amount, grantedAt, by: by ?? '' }]
  })
}
