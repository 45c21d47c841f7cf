import type { Language, Text } from '../text.ts'

/**
 * The one table of refusals: a rule said no. Code, HTTP status and public sentence in zh and en.
 * `{name}` in a sentence is filled from the refusal's params. A refusal is a value, never thrown
 * inside the core.
 */
const TABLE = {
  'not-permitted': { status: 403, zh: '您没有权限进行此操作。', en: 'You may not do this.' },
  'other-window': { status: 403, zh: '该任务属于其他窗口（{window}）。', en: 'This task belongs to another window ({window}).' },
  'other-assignee': { status: 403, zh: '该任务已由其他人员办理。', en: 'Another person is working on this task.' },
  'unknown-task': { status: 404, zh: '没有此任务。', en: 'There is no such task.' },
  'stale-version': {
    status: 409,
    zh: '任务已有变化（您看到的版本 {seen}，现版本 {present}），请查看后再操作。',
    en: 'The task has changed (you saw version {seen}, it is now {present}); look at it and try again.',
  },
  'already-claimed': { status: 409, zh: '该任务已被认领。', en: 'The task has already been claimed.' },
  'not-claimed': { status: 409, zh: '该任务尚未被认领。', en: 'Nobody has claimed the task.' },
  'already-signed': { status: 409, zh: '该任务已签收。', en: 'The task has already been signed for.' },
  'task-not-open': { status: 409, zh: '该任务已结束。', en: 'The task is no longer open.' },
  'task-waiting': { status: 409, zh: '该任务已中止，请先恢复。', en: 'The task is paused; resume it first.' },
  'not-paused': { status: 409, zh: '该任务未中止。', en: 'The task is not paused.' },
  'case-not-open': { status: 409, zh: '该诉求已办结。', en: 'The appeal is closed.' },
  'case-not-in-aftercare': {
    status: 409,
    zh: '只有办结后的回访期内才能进行此操作。',
    en: 'This is possible only during aftercare, once the appeal is closed.',
  },
  'case-ended': { status: 409, zh: '该诉求已归档，请提交新的诉求。', en: 'The appeal has ended; file a new one.' },
  'not-the-lead': { status: 409, zh: '只有主办任务可以进行此操作。', en: 'Only the lead task can do this.' },
  'not-a-co-handler': { status: 409, zh: '只有协办任务可以进行此操作。', en: 'Only a co-handling task can do this.' },
  'unknown-outcome': { status: 422, zh: '本环节没有办理结果“{outcome}”。', en: 'This stage has no outcome "{outcome}".' },
  'co-handlers-open': {
    status: 409,
    zh: '仍有协办窗口未答复，且未视为同意。',
    en: 'A co-handling window has not answered, and its silence is no consent yet.',
  },
  'office-in-charge-missing': {
    status: 422,
    zh: '不予受理须告知主管机关。',
    en: 'A refusal to accept names the office that is in charge.',
  },
  'refusal-reasons-missing': {
    status: 422,
    zh: '因材料不齐不予受理的，须向专家说明理由。',
    en: 'Who does not accept for want of papers gives the expert the reasons.',
  },
  'cure-running': {
    status: 409,
    zh: '专家补正材料的期限未到且尚未答复，不能以材料不齐为由不予受理。',
    en: 'The expert still has time to supply the papers and has not answered; the appeal cannot be refused for want of them yet.',
  },
  'materials-incomplete': { status: 409, zh: '缺少必需材料：{materials}。', en: 'Required materials are missing: {materials}.' },
  'already-accepted': { status: 409, zh: '该诉求已受理。', en: 'The appeal has already been accepted.' },
  'nothing-to-promise': { status: 409, zh: '没有可容缺的材料。', en: 'There is no material that could be promised.' },
  'not-deferrable': { status: 422, zh: '材料“{material}”不可容缺。', en: 'Material "{material}" may not be promised for later.' },
  'reason-unknown': { status: 422, zh: '原因“{reason}”不在清单内。', en: 'Reason "{reason}" is not on the list.' },
  'note-missing': { status: 422, zh: '须填写说明。', en: 'A note is required.' },
  'evidence-missing': { status: 422, zh: '“无法联系”须附两次联系记录。', en: '"Cannot be reached" needs evidence of two tries.' },
  'return-too-late': { status: 409, zh: '已超过退单期限。', en: 'The limit for returning this task has passed.' },
  'return-after-arbitration': { status: 409, zh: '仲裁指定的窗口不得退单。', en: 'A window named by arbitration may not return the task.' },
  'no-arbitration': { status: 409, zh: '没有待仲裁事项。', en: 'Nothing awaits arbitration.' },
  'pause-open': { status: 409, zh: '该任务已因同一原因中止。', en: 'The task is already paused for this reason.' },
  'until-missing': { status: 422, zh: '中止须写明截止时间。', en: 'A pause needs an end.' },
  'until-out-of-range': {
    status: 422,
    zh: '中止截止时间须在之后一年以内。',
    en: 'The end of a pause lies in the future, within one year.',
  },
  'extension-not-allowed': { status: 409, zh: '该事项不可延期。', en: 'This item knows no extension.' },
  'extension-too-late': {
    status: 409,
    zh: '延期须在到期前申请；本次申请已逾期，不予受理，并记为超时。',
    en: 'An extension is asked before expiry; this one came too late, is refused and recorded as overtime.',
  },
  'extension-too-long': { status: 422, zh: '一次最多延长 {max}。', en: 'One extension is at most {max}.' },
  'extension-too-often': { status: 409, zh: '已达到延期次数上限（{max}）。', en: 'The appeal has had its {max} extension(s).' },
  'extension-pending': { status: 409, zh: '已有延期申请待决定。', en: 'An extension request is pending.' },
  'no-extension-pending': { status: 409, zh: '没有待决定的延期申请。', en: 'No extension request is pending.' },
  'amount-invalid': { status: 422, zh: '数量须为正整数。', en: 'The amount is a positive whole number.' },
  'deficiency-already-noticed': { status: 409, zh: '补正通知只能一次性发出。', en: 'A deficiency notice is issued once only.' },
  'material-unknown': { status: 422, zh: '该事项没有材料“{material}”。', en: 'The item has no material "{material}".' },
  'materials-missing': { status: 422, zh: '须列明材料。', en: 'Name at least one material.' },
  'nothing-wanted': { status: 409, zh: '目前没有需要补充的材料。', en: 'No material is wanted at present.' },
  'no-question': { status: 409, zh: '没有待答复的问题。', en: 'No question awaits an answer.' },
  'already-urged': { status: 409, zh: '已催办，窗口正在答复期限内。', en: 'You have already urged; the window is within its reply limit.' },
  'order-unknown': { status: 404, zh: '没有此催办或督办。', en: 'There is no such order.' },
  'order-open': {
    status: 409,
    zh: '该窗口对同类催办或督办仍在答复期限内。',
    en: 'The window is still within its reply limit for an order of this kind.',
  },
  'order-answered': { status: 409, zh: '该催办或督办已答复。', en: 'The order has already been answered.' },
  'already-rated': { status: 409, zh: '已评价。', en: 'The appeal has already been rated.' },
  'score-invalid': { status: 422, zh: '评价为 1 至 5 的整数。', en: 'A rating is a whole number from 1 to 5.' },
  'already-co-handling': { status: 409, zh: '该窗口已是主办或协办。', en: 'That window is already the lead or a co-handler.' },
  'same-window': { status: 422, zh: '目标窗口与现窗口相同。', en: 'The target is the present window.' },
  'same-person': { status: 422, zh: '该任务已由此人办理。', en: 'That person already works on the task.' },
  'person-not-in-window': { status: 422, zh: '该人员不在此窗口。', en: 'That person does not work at the window.' },
  'result-unknown': { status: 422, zh: '办结结果“{result}”不在清单内。', en: 'Result "{result}" is not on the list.' },
  'reasons-missing': {
    status: 422,
    zh: '不同意须说明理由；无理由的不同意视为同意。',
    en: 'An objection needs reasons; a "no" without reasons is a consent.',
  },
  'calendar-unknown': { status: 422, zh: '该诉求不使用日历“{calendar}”。', en: 'The appeal does not use calendar "{calendar}".' },
  'item-other': { status: 422, zh: '该诉求属于事项“{item}”，不是“{other}”。', en: 'The appeal is one of item "{item}", not of "{other}".' },
  'item-not-newer': {
    status: 409,
    zh: '该诉求已使用第 {present} 版，不能改用第 {version} 版。',
    en: 'The appeal has version {present} already and cannot move to version {version}.',
  },
  'item-misfit': {
    status: 409,
    zh: '该诉求不能改用事项的第 {version} 版：{missing} 与其现状不符。',
    en: 'The appeal cannot move to version {version} of the item, whose {missing} does not fit what the appeal has.',
  },
} as const satisfies Record<string, { status: number; zh: string; en: string }>

export type RefusalCode = keyof typeof TABLE
export const REFUSALS: Readonly<Record<RefusalCode, { status: number; zh: string; en: string }>> = TABLE

/** A rule said no. `field` names the command's field where one is at fault. */
export interface Refusal {
  readonly refusal: RefusalCode
  readonly field: string | null
  readonly params: Readonly<Record<string, string>>
}

export function refuse(code: RefusalCode, options: { field?: string; params?: Record<string, string> } = {}): Refusal {
  return { refusal: code, field: options.field ?? null, params: options.params ?? {} }
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refusal' in value
}

/** The public sentence of a refusal in one language. */
export function refusalSentence(refusal: Refusal, language: Language): string {
  return fill(REFUSALS[refusal.refusal][language], refusal.params)
}

export function refusalText(refusal: Refusal): Text {
  return { zh: refusalSentence(refusal, 'zh'), en: refusalSentence(refusal, 'en') }
}

function fill(sentence: string, params: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole)
}
