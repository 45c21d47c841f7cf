import { DAY_MS, MINUTE_MS } from '../../domain/clocks/local-date.ts'
import type { ClockFacts, DayEnd, Extension, Instant, Pause, Unit } from '../../domain/clocks/types.ts'
import { createRandom } from '../random.ts'

interface Kind {
  readonly unit: Unit
  /** of a hundred limits */
  readonly share: number
  readonly amounts: readonly number[]
  readonly endsAt: DayEnd
}

/** The clocks that appeals have at one time: sign, stage, acceptance, promised, legal, the expert's own. */
const KINDS: readonly Kind[] = [
  { unit: 'working-hours', share: 20, amounts: [2, 4, 8], endsAt: 'close' },
  { unit: 'working-minutes', share: 5, amounts: [30, 90, 240], endsAt: 'close' },
  { unit: 'working-days', share: 40, amounts: [2, 3, 5, 8, 10, 15, 20], endsAt: 'close' },
  { unit: 'working-days', share: 10, amounts: [5, 10], endsAt: 'midnight' },
  { unit: 'calendar-days', share: 15, amounts: [4, 7, 15, 30], endsAt: 'close' },
  { unit: 'calendar-months', share: 5, amounts: [1, 2, 3], endsAt: 'close' },
  { unit: 'elapsed-hours', share: 5, amounts: [2, 24, 48], endsAt: 'close' },
]

/** Of a hundred limits: so many have a pause, have two, are held by an open one, were extended. */
const PAUSED = 20
const PAUSED_TWICE = 5
const HELD = 3
const EXTENDED = 8
const SEED = 20_261_124

/** From when on, and over how many days, limits start. */
export interface Starts {
  readonly from: Instant
  readonly days: number
}

/** So many limits of a realistic mix: units, pauses, extensions, starts at office and other hours. The same in every run. */
export function someLimits(count: number, starts: Starts): readonly ClockFacts[] {
  const random = createRandom(SEED)
  const kinds = KINDS.flatMap((kind) => Array.from({ length: kind.share }, () => kind))
  const whole = (below: number): number => Math.floor(random() * below)
  const one = <T>(list: readonly T[]): T => {
    const chosen = list[whole(list.length)]
    if (chosen === undefined) throw new Error('nothing to choose from')
    return chosen
  }
  return Array.from({ length: count }, () => {
    const kind = one(kinds)
    const startedAt = starts.from + whole(starts.days) * DAY_MS + whole(1440) * MINUTE_MS
    return {
      budget: { amount: one(kind.amounts), unit: kind.unit },
      startedAt,
      pauses: pausesAfter(startedAt, whole),
      extensions: extensionsAfter(startedAt, whole),
      endsAt: kind.endsAt,
    }
  })
}

function pausesAfter(startedAt: number, whole: (below: number) => number): readonly Pause[] {
  const lot = whole(100)
  const count = lot < PAUSED_TWICE ? 2 : lot < PAUSED ? 1 : 0
  return Array.from({ length: count }, (_, n) => {
    const from = startedAt + (n * 6 + whole(4)) * DAY_MS + whole(600) * MINUTE_MS
    const to = whole(100) < HELD ? null : from + (1 + whole(5)) * DAY_MS + whole(600) * MINUTE_MS
    return { id: `p${n}`, from, to, reason: n === 0 ? 'awaiting-materials' : 'hearing' }
  })
}

function extensionsAfter(startedAt: number, whole: (below: number) => number): readonly Extension[] {
  if (whole(100) >= EXTENDED) return []
  return [{ id: 'e0', amount: 1 + whole(5), grantedAt: startedAt + DAY_MS, by: 'head' }]
}
