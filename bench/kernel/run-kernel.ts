import { join } from 'node:path'
import { readCalendars } from '../../catalog/loader/calendars.ts'
import type { BenchContext } from '../context.ts'
import { kernelReport, kernelRows } from '../figures/kernel-report.ts'
import { someLimits } from './limits.ts'
import { measureKernel } from './measure-kernel.ts'

const LIMITS = 20_000
/** Years that the calendars of the catalogue cover. */
const STARTS = { from: Date.UTC(2025, 0, 2), days: 540 }
const WHOLE = { spanMs: 1000, rounds: 3 }
const QUICK = { spanMs: 200, rounds: 1 }

/** Limits a second of the kernel on one core, by unit, with and without trace. Starts nothing. */
export async function runKernel({ args, dist, say, keep }: BenchContext): Promise<void> {
  const calendars = [...readCalendars(join(dist, 'catalog')).calendars.values()]
  const spans = measureKernel(someLimits(LIMITS, STARTS), calendars, args.quick ? QUICK : WHOLE)
  const rows = kernelRows(spans)
  say(kernelReport(rows))
  await keep({ calendars: calendars.map(({ id, version }) => ({ id, version })), rows, spans })
}
