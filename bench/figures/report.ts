import { type Row, totalCpuMs } from './summary.ts'
import { table } from './table.ts'
import { AIMS, MEASURED, type Measured } from './way.ts'

const HEAD = ['route', 'actors', 'way', 'cases', 'cases/s', 'ratio', 'aim', 'filed p50', 'visible p50', 'visible p99', 'events/case']
const CPU_HEAD = ['route', 'actors', 'way', ...MEASURED, 'all']
/** columns of names: route and way */
const NAMES = [0, 2]

/** The rows as two tables, figures and CPU, and where the time goes. */
export function report(rows: readonly Row[]): string {
  return [
    '每秒件数、毫秒、每件历史事件 / cases a second, milliseconds, history events a case',
    ...table([HEAD, ...rows.map(figures)], NAMES),
    '',
    '每件 CPU 毫秒（含邮件） / CPU milliseconds a case, mails included',
    ...table([CPU_HEAD, ...rows.map(cpu)], NAMES),
    '',
    '时间用在哪里（与裸流程相比） / where the time goes, beside the bare workflow',
    ...rows.flatMap((row) => whereTo(row, rows)),
  ].join('\n')
}

function figures(row: Row): readonly string[] {
  const { route, actors, way, cases, casesPerSecond, ratio, reaches, historyEvents } = row
  return [
    route,
    String(actors),
    way,
    String(cases),
    casesPerSecond.toFixed(2),
    ratio === null ? '-' : ratio.toFixed(2),
    reaches === null ? '-' : `${AIMS[way]} ${reaches ? 'yes' : 'no'}`,
    milliseconds(row.filedP50Ms),
    milliseconds(row.visibleP50Ms),
    milliseconds(row.visibleP99Ms),
    historyEvents === null ? '-' : historyEvents.toFixed(1),
  ]
}

function cpu(row: Row): readonly string[] {
  const { route, actors, way, cpuMsPerCase } = row
  return [route, String(actors), way, ...MEASURED.map((name) => cpuMsPerCase[name].toFixed(1)), totalCpuMs(row).toFixed(1)]
}

/** What a way costs more than the bare workflow: waiting at each step, and CPU by process, most first. The two workers stand for one. */
function whereTo(row: Row, rows: readonly Row[]): readonly string[] {
  const bare = rows.find((each) => each.way === 'bare' && each.route === row.route && each.actors === row.actors)
  if (row.way === 'bare' || bare === undefined) return []
  const workers = ({ cpuMsPerCase }: Row): number => cpuMsPerCase.worker + cpuMsPerCase['bare-worker']
  const others: readonly Measured[] = ['temporal', 'postgres', 'api', 'driver']
  const more = [
    { name: 'worker', ms: workers(row) - workers(bare) },
    ...others.map((name) => ({ name, ms: row.cpuMsPerCase[name] - bare.cpuMsPerCase[name] })),
  ].toSorted((a, b) => b.ms - a.ms)
  const waits = `filing ${difference(row.filedP50Ms, bare.filedP50Ms)} ms, answer ${difference(row.answeredP50Ms, bare.answeredP50Ms)} ms, next task ${difference(row.visibleP50Ms, bare.visibleP50Ms)} ms`
  const cpus = more.map(({ name, ms }) => `${name} ${signed(ms)}`).join(', ')
  return [`  ${row.route} ${row.actors} ${row.way}: ${waits}; CPU a case ${signed(totalCpuMs(row) - totalCpuMs(bare))} ms: ${cpus}`]
}

function difference(mine: number | null, bare: number | null): string {
  return mine === null || bare === null ? '-' : signed(mine - bare)
}

function signed(ms: number): string {
  return `${ms < 0 ? '' : '+'}${ms.toFixed(1)}`
}

function milliseconds(value: number | null): string {
  return value === null ? '-' : value.toFixed(1)
}
