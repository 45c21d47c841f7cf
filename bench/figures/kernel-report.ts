import { UNITS } from '../../domain/clocks/types.ts'
import type { KernelSpan, Limits } from '../kernel/measure-kernel.ts'
import { table } from './table.ts'

/** Limits a second of the whole mix without trace that are aimed at, on one core. */
export const KERNEL_AIM = 200_000

/** What the kernel does in a second of one core. */
export interface KernelRow {
  readonly limits: Limits
  readonly perSecond: number
  readonly perSecondTraced: number
}

/** All rounds added up: limits by seconds of CPU, so that other work on the machine does not count. */
export function kernelRows(spans: readonly KernelSpan[]): readonly KernelRow[] {
  const rate = (limits: Limits, trace: boolean): number => {
    const own = spans.filter((span) => span.limits === limits && span.trace === trace)
    const seconds = own.reduce((sum, span) => sum + span.cpuSeconds, 0)
    return seconds === 0 ? 0 : own.reduce((sum, span) => sum + span.count, 0) / seconds
  }
  return (['mix', ...UNITS] as const).map((limits) => ({
    limits,
    perSecond: rate(limits, false),
    perSecondTraced: rate(limits, true),
  }))
}

export function kernelReport(rows: readonly KernelRow[]): string {
  const mix = rows.find(({ limits }) => limits === 'mix')
  const lines = rows.map(({ limits, perSecond, perSecondTraced }) => [
    limits,
    Math.round(perSecond).toString(),
    Math.round(perSecondTraced).toString(),
    perSecondTraced === 0 ? '-' : (perSecond / perSecondTraced).toFixed(1),
  ])
  return [
    '单核每秒计算的期限 / limits a second of one core',
    ...table([['limits', 'dates', 'with trace', 'ratio'], ...lines], [0]),
    `  目标 / aim: ${KERNEL_AIM} ${mix !== undefined && mix.perSecond >= KERNEL_AIM ? 'yes' : 'no'}`,
  ].join('\n')
}
