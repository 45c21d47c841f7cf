import { isSound, type Verdict } from './served.ts'
import { table } from './table.ts'
import { type CpuSeconds, MEASURED } from './way.ts'

/** One verdict as a table, with the first ids of whatever went wrong. */
export function servedReport(events: Readonly<Record<string, Verdict>>): readonly string[] {
  const head = ['event', 'planned', 'served', 'lost', 'double', 'early', 'other', 'late p50', 'p99', 'max ms', 'inversions', 'overtaken']
  const rows = Object.entries(events).map(([name, verdict]) => [
    name,
    ...[verdict.planned, verdict.served].map(String),
    ...[verdict.lost, verdict.double, verdict.early, verdict.other].map((ids) => String(ids.length)),
    ...[verdict.latenessMs?.p50, verdict.latenessMs?.p99, verdict.latenessMs?.max].map((ms) => (ms === undefined ? '-' : ms.toFixed(0))),
    String(verdict.inversions),
    String(verdict.mostOvertaken),
  ])
  return [...table([head, ...rows], [0]), ...Object.entries(events).flatMap(([name, verdict]) => wrong(name, verdict))]
}

/** CPU by process: seconds, as a share of one core, and milliseconds a case. */
export function cpuReport(cpu: CpuSeconds, seconds: number, cases: number): readonly string[] {
  const shown = MEASURED.filter((name) => cpu[name] > 0)
  const row = (what: string, of: (name: (typeof MEASURED)[number]) => number, digits: number): readonly string[] => [
    what,
    ...shown.map((name) => of(name).toFixed(digits)),
  ]
  const lines = [
    ['CPU', ...shown],
    row('seconds', (name) => cpu[name], 1),
    row('of one core', (name) => cpu[name] / seconds, 2),
    row('ms a case', (name) => (cpu[name] * 1000) / cases, 1),
  ]
  return table(lines, [0])
}

const SHOWN = 5

function wrong(name: string, verdict: Verdict): readonly string[] {
  if (isSound(verdict)) return []
  const { lost, double, early, other } = verdict
  return Object.entries({ lost, double, early, other }).flatMap(([what, ids]) =>
    ids.length === 0 ? [] : [`  ${name} ${what}: ${ids.slice(0, SHOWN).join(', ')}${ids.length > SHOWN ? ' ...' : ''}`],
  )
}
