import { Counter, Gauge, type Registry } from 'prom-client'
import { STUCK_KINDS } from '../../domain/case/stuck.ts'
import type { WatchFigures } from '../health/watch-figures.ts'

/**
 * What the watchdog looks after, as metrics. Every kind has its series at all times, so that an alert on it
 * can be written before the first case of it. What no round has seen yet has none.
 */
export function createWatchGauges(registry: Registry): (figures: WatchFigures, realNow: number) => void {
  const registers = [registry]
  const stuck = new Gauge({ name: 'hongyan_stuck_cases', help: 'Appeals that stand still', labelNames: ['kind'], registers })
  const late = new Gauge({ name: 'hongyan_late_wakes', help: 'Appeals whose next wake is more than a minute past', registers })
  const oldest = new Gauge({ name: 'hongyan_oldest_wake_seconds', help: 'Age of the earliest wake that is past', registers })
  const woken = new Counter({ name: 'hongyan_woken_total', help: 'Appeals that the watchdog woke', registers })
  const broken = new Gauge({
    name: 'hongyan_invariants_broken',
    help: 'Appeals that broke what must hold, in the last sweep',
    labelNames: ['code'],
    registers,
  })
  const age = new Gauge({ name: 'hongyan_watchdog_age_seconds', help: 'Time since the last round of the watchdog', registers })
  return (figures, realNow) => {
    for (const kind of STUCK_KINDS) stuck.set({ kind }, figures.stuckByKind[kind] ?? 0)
    for (const one of figures.invariants) if (one.broken !== null) broken.set({ code: one.code }, one.broken)
    late.set(figures.lateWakes)
    oldest.set(figures.oldestWakeSeconds)
    woken.reset()
    woken.inc(figures.woken.total)
    if (figures.watchdogAt !== null) age.set(Math.max(0, (realNow - figures.watchdogAt) / 1000))
  }
}
