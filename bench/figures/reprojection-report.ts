import { cpuReport } from './served-report.ts'
import { table } from './table.ts'
import type { CpuSeconds } from './way.ts'

/** What a calendar with one more holiday took; seconds are real time. */
export interface Reprojection {
  /** through the workflows; `clocksMoved` as the preview before it said */
  readonly run: { readonly seconds: number; readonly appeals: number; readonly moved: number; readonly clocksMoved: number }
  /** both dates of each clock, in memory */
  readonly kernel: { readonly clocks: number; readonly seconds: number; readonly moved: number }
  /** read from PostgreSQL */
  readonly preview: { readonly clocks: number; readonly appeals: number; readonly seconds: number; readonly moved: number }
}

/** Clocks for which the run is reckoned. */
const RECKONED = 100_000

/** Seconds for so many clocks if each took as long as those of the run; null where none moved. */
export function extrapolated({ seconds, clocksMoved }: Reprojection['run'], clocks: number): number | null {
  return clocksMoved === 0 ? null : (seconds * clocks) / clocksMoved
}

export function reprojectionReport({ run, kernel, preview }: Reprojection, cpu: CpuSeconds): readonly string[] {
  const reckoned = extrapolated(run, RECKONED)
  const rate = (clocks: number, seconds: number): string => (seconds === 0 ? '-' : Math.round(clocks / seconds).toString())
  const row = (what: string, { clocks, seconds, moved }: Reprojection['kernel']): readonly string[] => [
    what,
    String(clocks),
    String(moved),
    seconds.toFixed(2),
    rate(clocks, seconds),
  ]
  return [
    '日历增加一个假日 / a calendar with one more holiday',
    ...table(
      [
        ['what', 'clocks', 'moved', 'seconds', 'clocks/s'],
        row('kernel, in memory', kernel),
        row('preview, from PostgreSQL', preview),
        row('run, by workflows', { clocks: run.clocksMoved, moved: run.clocksMoved, seconds: run.seconds }),
        ['run, extrapolated, not measured', String(RECKONED), '', reckoned === null ? '-' : reckoned.toFixed(0), ''],
      ],
      [0],
    ),
    `  run: ${run.appeals} appeals, ${run.moved} moved, ${(run.appeals / run.seconds).toFixed(1)}/s`,
    ...cpuReport(cpu, run.seconds, run.appeals),
  ]
}
