import { randomUUID } from 'node:crypto'
import { previewCalendars } from '../../api/changes/preview.ts'
import { readCalendarImport } from '../../catalog/loader/calendar-import.ts'
import { dueAt } from '../../domain/clocks/due.ts'
import { DAY_MS } from '../../domain/clocks/local-date.ts'
import { caseTimeAt } from '../../domain/time/clock-face.ts'
import { createCaseReader } from '../../prisma/readers/case-reader.ts'
import { createOpenClockReader } from '../../prisma/readers/open-clock-reader.ts'
import { createStartReader } from '../../prisma/readers/start-reader.ts'
import { provinceCalendar } from '../../scripts/replay/item/write-catalogue.ts'
import { createApi } from '../../scripts/replay/run/http.ts'
import { nextEvening } from '../../scripts/replay/stack/next-evening.ts'
import type { BenchContext } from '../context.ts'
import { file } from '../drivers/filing.ts'
import { openEngine } from '../drivers/open-engine.ts'
import { createActors } from '../drivers/people.ts'
import { reprojectionReport } from '../figures/reprojection-report.ts'
import { someLimits } from '../kernel/limits.ts'
import { cpuBetween, cpuNow } from '../measure/cpu.ts'
import { REPROJECTION_ITEM } from '../routes.ts'
import { withSystem } from '../stack/with-system.ts'
import { nextWorkingDay, withHoliday } from './newer-calendar.ts'
import { createAdministrator, runChange } from './run-change.ts'
import { storeClocks } from './stored-clocks.ts'

const CALENDAR = 'cn'
const CLOCKS = 100_000
const CASES = 1000
const QUICK_CASES = 100
const ACTORS = 16
const PATIENCE_MS = 120_000
/** Stored clocks started within so many days before now. */
const DAYS = 30

/** A calendar with one more holiday: the run that moves appeals by their workflows, and the preview over 100,000 stored clocks. */
export async function runReprojection(context: BenchContext): Promise<void> {
  const { args, signal, say, keep } = context
  const cases = args.cases ?? (args.quick ? QUICK_CASES : CASES)
  await withSystem(context, [REPROJECTION_ITEM], async ({ bench, catalog, openStack }) => {
    const stack = await openStack({ caseTime: nextEvening(provinceCalendar(catalog).calendar, Date.now()), bareWorker: false })
    const { database } = stack
    const engine = await openEngine(stack, catalog)
    try {
      const api = createApi(stack.baseUrl, signal)
      const actors = await createActors(api, database, ACTORS)
      const token = await createAdministrator(api, database)
      const now = (): number => caseTimeAt(engine.face, Date.now())
      const before = catalog.calendars.get(CALENDAR)
      if (before === undefined) throw new Error(`the catalogue has no calendar ${CALENDAR}`)
      const text = withHoliday(catalog.calendarTexts.get(CALENDAR) ?? '', nextWorkingDay(before, now()))
      const present = new Map([...catalog.calendars].map(([id, calendar]) => [id, { calendar, text: catalog.calendarTexts.get(id) ?? '' }]))
      const after = new Map(readCalendarImport(text, `${CALENDAR}.yaml`, present).changed.map(({ calendar }) => [calendar.id, calendar]))
      const newer = after.get(CALENDAR)
      if (newer === undefined) throw new Error(`the newer calendar ${CALENDAR} does not load`)

      say(`立案 / filing ${cases} ...`)
      const left = Array.from({ length: cases }, () => randomUUID()).values()
      const lane = async (actor: (typeof actors)[number]): Promise<void> => {
        for (const caseId of left) await file(engine, { caseId, item: REPROJECTION_ITEM, actor, at: now() }, PATIENCE_MS)
      }
      for (const end of await Promise.allSettled(actors.map(lane))) if (end.status === 'rejected') throw end.reason
      say('重新计算 / moving them ...')
      const cpuBefore = cpuNow(bench.records, ['bare-worker'])
      const run = await runChange(api, token, text, cases, signal)
      const cpu = cpuBetween(cpuBefore, cpuNow(bench.records, ['bare-worker']))

      say(`写入 ${CLOCKS} 个时限 / storing ${CLOCKS} clocks ...`)
      const limits = someLimits(CLOCKS, { from: now() - DAYS * DAY_MS, days: DAYS })
      await storeClocks(database, limits, before)
      const kernel = await timed(async () => limits.filter((clock) => dueAt(clock, newer).at !== dueAt(clock, before).at).length)
      const reads = {
        openClocks: createOpenClockReader(database),
        cases: createCaseReader(database, createStartReader(database)),
        realNow: Date.now,
      }
      const preview = await timed(() =>
        previewCalendars(reads, { before: catalog.calendars, after }, { now: now(), after: null, forMs: Number.POSITIVE_INFINITY }),
      )
      // What has moved by its workflow stands by the newer calendar; of the stored ones both must find the same.
      if (preview.done.tally.clocksMoved !== kernel.done) {
        throw new Error(`the preview moves ${preview.done.tally.clocksMoved} clocks, the kernel ${kernel.done}`)
      }
      const figures = {
        run,
        kernel: { clocks: CLOCKS, seconds: kernel.seconds, moved: kernel.done },
        preview: { clocks: CLOCKS, appeals: preview.done.tally.appeals, seconds: preview.seconds, moved: preview.done.tally.clocksMoved },
      }
      for (const line of reprojectionReport(figures, cpu)) say(line)
      await keep({ cases, ...figures, cpu })
    } finally {
      await engine.close()
    }
  })
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly done: T; readonly seconds: number }> {
  const from = performance.now()
  const done = await work()
  return { done, seconds: (performance.now() - from) / 1000 }
}
