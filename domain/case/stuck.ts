import type { Text } from '../text.ts'

/**
 * Ways in which an appeal can stand still without anybody having decided so. Those of TABLE_KINDS are seen
 * in the tables alone; the others need a look at the engine.
 */
export const TABLE_KINDS = ['not-started', 'no-owner', 'no-clock'] as const
export const ENGINE_KINDS = ['no-workflow', 'engine-failing', 'no-answer', 'not-written', 'rules-stuck', 'differs'] as const
export const STUCK_KINDS = [...TABLE_KINDS, ...ENGINE_KINDS] as const
export type TableKind = (typeof TABLE_KINDS)[number]
export type EngineKind = (typeof ENGINE_KINDS)[number]
export type StuckKind = (typeof STUCK_KINDS)[number]

export interface StuckWords {
  readonly name: Text
  readonly why: Text
  /** What a person has to do about it. */
  readonly todo: Text
}

/** docs/operations.md says the same at more length. */
export const STUCK_WORDS: Readonly<Record<StuckKind, StuckWords>> = {
  'not-started': {
    name: { zh: '尚未启动', en: 'not started' },
    why: { zh: '诉求已收到，但两分钟后仍未开始办理。', en: 'The appeal was received and its course has not begun two minutes later.' },
    todo: {
      zh: '系统每分钟重试一次；若一直存在，请管理员查看办理进程的日志。',
      en: 'The start is tried again every minute; if it stays, an administrator looks into the log of the worker.',
    },
  },
  'no-owner': {
    name: { zh: '无人负责', en: 'nobody answers for it' },
    why: {
      zh: '负责窗口今天没有任何在岗人员，或诉求没有负责窗口。',
      en: 'Its window has no member today, or it has no accountable window.',
    },
    todo: {
      zh: '请督办员改派到其他窗口，或请管理员为该窗口安排人员。',
      en: 'A supervisor reassigns it to another window, or an administrator gives the window a member.',
    },
  },
  'no-clock': {
    name: { zh: '没有时限', en: 'no clock' },
    why: { zh: '在办诉求既没有运行中的时限，也没有有期限的中止。', en: 'No clock of the appeal runs and no pause with an end holds it.' },
    todo: {
      zh: '请督办员催办或改派，使其重新计时，并请管理员报告此缺陷。',
      en: 'A supervisor urges or reassigns it, which starts a clock; an administrator reports the fault.',
    },
  },
  'no-workflow': {
    name: { zh: '流程不存在', en: 'no workflow' },
    why: { zh: '诉求未办结，但引擎中没有运行的流程。', en: 'The appeal has not ended and no workflow of it runs in the engine.' },
    todo: {
      zh: '请管理员在引擎中把流程 appeal-<ID> 重置到最后一步。',
      en: 'An administrator resets the workflow appeal-<id> to its last task in the engine.',
    },
  },
  'engine-failing': {
    name: { zh: '流程执行失败', en: 'its workflow fails' },
    why: {
      zh: '流程的任务反复失败，按键和期限都不生效。',
      en: 'The task of its workflow fails again and again; neither a press nor a limit has an effect.',
    },
    todo: {
      zh: '请管理员按原因查看日志；通常是程序版本与历史不符，恢复原版本即可继续。',
      en: 'An administrator reads the cause; mostly the release does not fit the history, and with the release before it goes on.',
    },
  },
  'no-answer': {
    name: { zh: '流程无响应', en: 'its workflow is silent' },
    why: { zh: '期限已过，唤醒后流程仍无响应。', en: 'A limit is past, the case was woken, and its workflow does not answer.' },
    todo: {
      zh: '请管理员检查办理进程是否在运行、是否过载。',
      en: 'An administrator looks whether workers run and whether they have more work than they can do.',
    },
  },
  'not-written': {
    name: { zh: '结果未入库', en: 'not written' },
    why: { zh: '流程已作出决定，但尚未写入数据库。', en: 'What its workflow decided is not in the database yet.' },
    todo: {
      zh: '请管理员检查数据库；恢复后会自动写入。',
      en: 'An administrator looks at the database; it is written as soon as that takes it.',
    },
  },
  'rules-stuck': {
    name: { zh: '到期无动作', en: 'a limit without effect' },
    why: { zh: '期限到了，规则没有产生任何动作。', en: 'A limit came and the rules did nothing.' },
    todo: {
      zh: '诉求仍可正常办理；请管理员报告此缺陷。',
      en: 'The appeal can be worked on; an administrator reports the fault.',
    },
  },
  differs: {
    name: { zh: '记录不一致', en: 'records differ' },
    why: { zh: '流程、事件日志和列表中的记录不一致。', en: 'Workflow, log of events and the rows of the lists do not agree.' },
    todo: {
      zh: '请管理员运行 npm run rebuild；若仍不一致，请报告此缺陷。',
      en: 'An administrator runs npm run rebuild; if they still differ, the fault is reported.',
    },
  },
}

/** What must always hold (design 4), as the sweep counts it. */
export const INVARIANT_CODES = ['I1', 'I2', 'I3', 'I4', 'I5', 'I6'] as const
export type InvariantCode = (typeof INVARIANT_CODES)[number]

export const INVARIANT_NAMES: Readonly<Record<InvariantCode, Text>> = {
  I1: { zh: '每件在办诉求恰有一个负责窗口', en: 'every open appeal has exactly one accountable window, with people in it' },
  I2: { zh: '每件在办诉求都有时限或有期限的中止', en: 'every open appeal has a clock, or a pause with an end' },
  I3: { zh: '每级提醒对同一期限至多一次且不提前', en: 'a rung fires at most once for a date, and never early' },
  I4: { zh: '日志、流程与列表一致', en: 'log, workflow and lists agree' },
  I5: { zh: '时间账合计等于总时长', en: 'the time ledger adds up to the whole' },
  I6: { zh: '每个通知对每位收件人只有一条', en: 'one notice for each event, kind and recipient' },
}
