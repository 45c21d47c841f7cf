import type { Difference } from './check-case.ts'
import { percentile, type Tally } from './tally.ts'

/** What a replay has come to. */
export interface Outcome {
  readonly cases: number
  /** tasks of the log that were to be completed */
  readonly tasks: number
  readonly closed: number
  readonly sequenceEqual: number
  readonly differences: readonly Difference[]
  readonly tally: Tally
  readonly seconds: number
  readonly repeats: number
  readonly mails: number
}

const LISTED = 20

/** Whether every case is closed, in the order of the log, by its officers, without a refusal. */
export function isFaithful({ cases, tasks, closed, sequenceEqual, differences, tally }: Outcome): boolean {
  const whole = closed === cases && sequenceEqual === cases && tally.completionMs.length === tasks
  return whole && differences.length === 0 && tally.refusals.length === 0
}

/** The outcome as lines for the terminal. */
export function report(outcome: Outcome): string {
  const { cases, tasks, closed, sequenceEqual, differences, tally, seconds, repeats, mails } = outcome
  const rows: readonly (readonly [string, string])[] = [
    ['案件 / cases', String(cases)],
    ['办结 / closed', `${closed}/${cases}`],
    ['完成任务 / tasks completed', `${tally.completionMs.length}/${tasks}`],
    ['顺序一致 / sequence equal', `${sequenceEqual}/${cases}`],
    ['用时 / time', `${seconds.toFixed(1)} s`],
    ['案件每秒 / cases per second', (tally.ended / seconds).toFixed(2)],
    ['任务每秒 / completions per second', (tally.completionMs.length / seconds).toFixed(2)],
    ['完成用时中位 / completion p50', milliseconds(percentile(tally.completionMs, 0.5))],
    ['完成用时 p99 / completion p99', milliseconds(percentile(tally.completionMs, 0.99))],
    ['重试 / requests repeated', String(repeats)],
    ['发出邮件 / mails sent', String(mails)],
    ['被拒 / refusals', String(tally.refusals.length)],
  ]
  return [
    ...rows.map(([name, value]) => `  ${name.padEnd(36 - wide(name))}${value}`),
    ...listed(tally.refusals.map(({ caseId, code, message }) => `  ${caseId}  ${code}  ${message}`)),
    ...listed(differences.map(({ caseId, zh, en }) => `  ${caseId}  ${zh} / ${en}`)),
  ].join('\n')
}

function listed(lines: readonly string[]): readonly string[] {
  const more = lines.length - LISTED
  return more > 0 ? [...lines.slice(0, LISTED), `  ... 另有 / and ${more} more`] : lines
}

function milliseconds(value: number | null): string {
  return value === null ? '-' : `${value.toFixed(1)} ms`
}

/** A Chinese character takes two columns of a terminal. */
function wide(text: string): number {
  return text.match(/\p{Script=Han}/gu)?.length ?? 0
}
