import { codeMaker } from './slug.ts'
import type { DerivedRoute, DerivedStage } from './derive.ts'

export const ITEM_CODE = 'event-log-replay'
/** Department whose windows, one a task, are added to the province station. */
export const DEPARTMENT = 'event-log'
/** What a stage takes where the log knows no legal deadline. */
const USUAL_DAYS = 56
/** The ladder counts back three days from the legal limit. */
const LEAST_DAYS = 3

/**
 * The service item of a route, in the shape of a file of `catalog/items/`. There are no co-handlers, and
 * a task nobody has claimed stays in its window, since the log names who completes it.
 */
export function itemFile(route: DerivedRoute): Readonly<Record<string, unknown>> {
  const legalDays = Math.max(route.legalDays ?? USUAL_DAYS, route.stages.length, LEAST_DAYS)
  const stageDays = Math.floor(legalDays / route.stages.length)
  const limit = `${legalDays} calendar-days from receipt`
  return {
    code: ITEM_CODE,
    version: 1,
    name: { zh: '事件日志回放', en: 'Event log replay' },
    summary: {
      zh: `由真实事件日志的直接跟随图推导：${route.stages.length} 个环节。`,
      en: `Derived from the directly-follows graph of a real event log: ${route.stages.length} stages.`,
    },
    legalBasis: { zh: '所回放的事件日志。', en: 'The event log that is replayed.' },
    form: form(route),
    limits: {
      legal: limit,
      promised: { A: limit, B: limit, C: limit },
      cure: '5 calendar-days',
      answer: '5 calendar-days',
      aftercare: '10 calendar-days',
    },
    start: route.start,
    stages: route.stages.map((stage) => stageEntry(stage, stageDays)),
    ladder: { use: 'calendar-days', without: ['co-yellow', 'unclaimed'] },
  }
}

/** The codes that stand for the channels of the log in the form. */
export function channelCodes(route: DerivedRoute): ReadonlyMap<string, string> {
  const codeOf = codeMaker('channel')
  return new Map(route.channels.map((channel) => [channel, codeOf(channel)]))
}

export function outcomeTo(stage: string): string {
  return `to-${stage}`
}
export const CLOSE_OUTCOME = 'close'

function form(route: DerivedRoute): readonly unknown[] {
  const options = [...channelCodes(route)].map(([channel, code]) => ({ code, zh: channel, en: channel }))
  const optional = { required: false }
  return [
    { code: 'caseId', label: { zh: '日志中的案件编号', en: 'Case id in the log' }, type: 'text', max: 200 },
    ...(options.length > 0 ? [{ code: 'channel', label: { zh: '来件渠道', en: 'Channel' }, type: 'choice', options, ...optional }] : []),
    { code: 'received', label: { zh: '日志中的收件日期', en: 'Day of receipt in the log' }, type: 'date', ...optional },
    { code: 'deadline', label: { zh: '日志中的法定期限', en: 'Legal deadline in the log' }, type: 'date', ...optional },
    { code: 'closed', label: { zh: '日志中的办结日期', en: 'Day of closing in the log' }, type: 'date', ...optional },
  ]
}

function stageEntry(stage: DerivedStage, days: number): Readonly<Record<string, unknown>> {
  const { code, task } = stage
  const limit = `${days} calendar-days`
  return {
    code,
    name: { zh: task, en: task },
    purpose: { zh: `完成日志中的任务“${task}”。`, en: `Completes the task "${task}" of the log.` },
    statusText: { zh: `正在办理：${task}。`, en: `In progress: ${task}.` },
    window: `${DEPARTMENT}.${code} at province`,
    signLimit: '4 working-hours',
    workingLimit: limit,
    returnLimit: limit,
    outcomes: [
      ...stage.followers.map((follower) => ({
        code: outcomeTo(follower),
        name: { zh: `转入 ${follower}`, en: `On to ${follower}` },
        to: follower,
      })),
      ...(stage.ends ? [{ code: CLOSE_OUTCOME, name: { zh: '办结', en: 'Close' }, close: 'settled' }] : []),
    ],
  }
}
