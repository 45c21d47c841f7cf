import type { Text } from '../text.ts'
import type { Figure, Rate } from './figures.ts'

/** What a figure is called, and which appeals it counts; the same sentences stand in docs/figures.md. */
export interface FigureWords {
  readonly name: Text
  readonly meaning: Text
}

const words = (zh: string, en: string, meaningZh: string, meaningEn: string): FigureWords => ({
  name: { zh, en },
  meaning: { zh: meaningZh, en: meaningEn },
})

export const FIGURE_WORDS: Readonly<Record<Figure, FigureWords>> = {
  open: words('在办', 'Open', '尚未办结的诉求。', 'Appeals that are not closed.'),
  overdue: words(
    '已逾期',
    'Overdue',
    '在办诉求中，法定、承诺或环节期限中最近的一个已过；已中止的期限不计。',
    'Open appeals whose nearest limit (legal, promised or of the stage) has passed; a paused limit does not count.',
  ),
  'due-today': words('今日到期', 'Due today', '最近的期限在今天之内且尚未到期。', 'The nearest limit ends later today.'),
  'due-soon': words(
    '三个工作日内到期',
    'Due in 3 working days',
    '最近的期限在今天之后、第三个工作日终了之前（按服务站的日历）。',
    'The nearest limit ends after today and by the end of the third working day from now, by the calendar of the station.',
  ),
  unsigned: words(
    '超时未签收',
    'Unsigned too long',
    '有窗口超过签收时限仍未签收。',
    'A window has not signed for it and its limit for that has passed.',
  ),
  yellow: words(
    '黄牌',
    'Yellow cards',
    '当前亮黄牌的在办诉求，计入负责窗口。',
    'Open appeals that show a yellow card, by accountable window.',
  ),
  red: words(
    '红牌',
    'Red cards',
    '当前亮红牌或有期限已过的在办诉求，计入负责窗口。',
    'Open appeals that show a red card or have a limit that passed, by accountable window.',
  ),
  paused: words('已中止', 'Paused', '主办任务正在等待的在办诉求。', 'Open appeals whose lead task waits.'),
  'extension-awaited': words('待批延期', 'Extensions to decide', '有延期申请尚未决定。', 'An extension was asked for and is not decided.'),
  'arbitration-awaited': words(
    '待裁决',
    'Arbitrations to decide',
    '退单两次，等待督办员指定窗口。',
    'Returned twice; a supervisor has to name the window.',
  ),
  'extension-late': words(
    '逾期才申请延期',
    'Extensions asked too late',
    '在办诉求中有在期限过后才提出的延期申请。',
    'Open appeals on which an extension was asked for after the date.',
  ),
  'pause-suspicious': words(
    '中止过短',
    'Suspicious pauses',
    '在办诉求中有跨越下班时刻但不足一个工作日的中止。',
    'Open appeals with a pause over a close of less than an opening day.',
  ),
  received: words('收件', 'Received', '当月收到的诉求。', 'Appeals received in the month.'),
  returned: words(
    '曾被退单',
    'Returned',
    '当月收到的诉求中，至少被一个窗口退单过；再次退单不重复计。',
    'Of the appeals received in the month, those that a window returned; a further return adds nothing.',
  ),
  'response-due': words(
    '应响应',
    'Response due',
    '当月收到的诉求中，首个窗口已签收或签收时限已过。',
    'Of the appeals received in the month, those that the first window signed for or should have.',
  ),
  responded: words('按时响应', 'Responded in time', '首个窗口在签收时限内签收。', 'The first window signed within its limit.'),
  closed: words('办结', 'Closed', '当月办结的诉求。', 'Appeals closed in the month.'),
  handled: words(
    '办理完毕',
    'Handled',
    '当月办结，专家撤回和因未补正而终止的除外。',
    'Closed in the month, without those that the expert withdrew or let lapse.',
  ),
  'on-time': words(
    '按时办结',
    'On time',
    '办理完毕，且法定期限与承诺期限均未超过（延期、中止后的期限）。',
    'Handled, and neither the legal nor the promised limit was exceeded (as extended and paused).',
  ),
  extended: words('曾延期', 'Extended', '办理完毕，且至少有一次延期获批。', 'Handled, with at least one extension granted.'),
  decided: words(
    '有结论',
    'Decided',
    '当月办结，撤回、未补正终止和不予受理的除外。',
    'Closed in the month, without those withdrawn, lapsed or not accepted.',
  ),
  solved: words('已解决', 'Solved', '有结论，结果为已解决或部分解决。', 'Decided, with the result settled or partly settled.'),
  rated: words('已评价', 'Rated', '当月办结且专家已评价。', 'Closed in the month and rated by the expert.'),
  satisfied: words('满意', 'Satisfied', '评分为三分及以上（基本满意、满意、非常满意）。', 'Rated with three points or more.'),
  held: words('手上诉求', 'Held', '该人员有未完成任务的在办诉求。', 'Open appeals on which the person has an open task.'),
  'held-overdue': words(
    '手上逾期',
    'Held and overdue',
    '该人员未完成的任务已过期限。',
    'Open appeals on which a task of the person is past its limit.',
  ),
}

export const RATE_WORDS: Readonly<Record<Rate, FigureWords>> = {
  'on-time': words(
    '按时办结率',
    'On-time rate',
    '按时办结 ÷ 办理完毕。撤回、未补正终止的不计。',
    'On time ÷ handled. Withdrawn and lapsed appeals are left out.',
  ),
  'first-return': words(
    '首次退单率',
    'First-return rate',
    '曾被退单 ÷ 收件。同一诉求的再次退单不计。',
    'Returned ÷ received. Further returns of one appeal are left out.',
  ),
  extension: words(
    '延期率',
    'Extension rate',
    '曾延期 ÷ 办理完毕。未获批的申请不计。',
    'Extended ÷ handled. Requests that were refused are left out.',
  ),
  response: words(
    '响应率',
    'Response rate',
    '按时响应 ÷ 应响应。仍在签收时限内、或签收前已撤回的不计。',
    'Responded in time ÷ response due. Those still within the limit, or gone before anybody signed, are left out.',
  ),
  solution: words(
    '解决率',
    'Solution rate',
    '已解决 ÷ 有结论。撤回、未补正终止、不予受理的不计。',
    'Solved ÷ decided. Withdrawn, lapsed and not accepted appeals are left out.',
  ),
  satisfaction: words(
    '满意率',
    'Satisfaction rate',
    '满意 ÷ 已评价。未评价的不计。',
    'Satisfied ÷ rated. Appeals without a rating are left out.',
  ),
}
