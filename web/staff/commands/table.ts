import type { CommandKind } from '../../../domain/case/command.ts'
import * as f from './fields.ts'
import type { CommandField, CommandSpec } from './types.ts'

/** Commands that people give to an appeal that is there. */
export type PressedKind = Exclude<CommandKind, 'FileAppeal' | 'Tick' | 'ReplaceCalendar' | 'ReplaceItem'>

const MISSING = { zh: '缺少的材料', en: 'What is missing' }
const PROMISED = { zh: '承诺后补的材料', en: 'Promised for later' }
const PROVIDED = { zh: '已补的材料', en: 'Provided now' }
const anyWindow: CommandField = { ...f.window, required: false, hint: { zh: '留空则不换窗口', en: 'Left empty: the same window' } }
const anyPerson: CommandField = {
  ...f.person,
  required: false,
  hint: { zh: '留空则由窗口认领', en: 'Left empty: whoever claims it there' },
}

function spec(
  zh: string,
  en: string,
  fields: readonly CommandField[],
  more: Partial<Omit<CommandSpec, 'effect' | 'fields'>> = {},
): CommandSpec {
  return { effect: { zh, en }, fields, primary: null, bulk: false, ...more }
}

/**
 * Every command people know, with what its button says and the form of its body. A new command of the
 * core does not compile until it has a line here; that line is all that pages need.
 */
export const COMMANDS: Readonly<Record<PressedKind, CommandSpec>> = {
  ClaimTask: spec('认领并签收', 'Claim and sign for', [], { primary: 1, bulk: true }),
  ResumeTask: spec('恢复办理', 'Resume', [f.note], { primary: 2, bulk: true }),
  GiveConsent: spec('同意（协办意见）', 'Consent', [f.note], { primary: 3, bulk: true }),
  CompleteTask: spec('办理', 'Complete', [f.outcome, f.officeInCharge, f.reply, f.note], { primary: 4, bulk: true }),
  DecideExtension: spec('审批延期', 'Decide the extension', [f.granted, f.note], { primary: 5, bulk: true }),
  Arbitrate: spec('仲裁：指定承办窗口', 'Arbitrate: name the window', [f.window, f.note], { primary: 6, bulk: true }),
  AnswerOrder: spec('答复催办（督办）', 'Answer the order', [f.answer], { primary: 7, bulk: true }),
  RecordCallBack: spec('登记回访', 'Record the call-back', [f.satisfied, f.note], { primary: 8, bulk: true }),
  SignTask: spec('仅签收', 'Sign for only', [], { primary: 9, bulk: true }),
  ReleaseTask: spec('放回窗口', 'Put back to the window', [], { bulk: true }),
  TransferTask: spec('移交同事', 'Hand to a colleague', [f.person], { bulk: true }),
  DelegateTask: spec('委派同事办理', 'Let a colleague do it', [f.person], { bulk: true }),
  ReturnTask: spec('退单', 'Return as not ours', [f.returnReason, f.needed(f.note), f.evidence], { bulk: true, danger: true }),
  ReferTask: spec('转办其他窗口', 'Refer to another window', [f.window, f.note], { bulk: true }),
  PauseTask: spec('中止计时', 'Pause', [f.pauseReason, f.until, f.needed(f.note)], { bulk: true }),
  AskExpert: spec('询问专家', 'Ask the expert', [f.question]),
  RequestExtension: spec('申请延期', 'Ask for an extension', [f.amount, f.extensionReason, f.needed(f.note)], { bulk: true }),
  RequestCoHandling: spec('请其他窗口协办', 'Ask another window to help', [f.window, f.note], { bulk: true }),
  RaiseObjection: spec('不同意（协办意见）', 'Object', [f.reasons], { bulk: true, danger: true }),
  IssueDeficiencyNotice: spec('一次性告知补正', 'Tell all that is missing', [f.materials('materials', MISSING, true), f.toExpert(f.note)]),
  AcceptProvisionally: spec('容缺受理', 'Accept on a promise', [f.materials('promised', PROMISED, false), f.note]),
  CommentOnTask: spec('添加备注', 'Add a note', [f.needed(f.note)], { bulk: true }),
  ReassignTask: spec('改派', 'Reassign', [anyWindow, anyPerson, f.reason], { bulk: true }),
  IssueOrder: spec('催办或督办', 'Urge or supervise', [f.order, f.note], { primary: 10, bulk: true }),
  SupplementAppeal: spec('登记补正材料', 'Record papers that came', [f.materials('materials', PROVIDED, true), f.note]),
  AnswerQuestion: spec('代专家答复', 'Answer for the expert', [f.answer]),
  UrgeAppeal: spec('代专家催办', 'Urge for the expert', [f.note]),
  WithdrawAppeal: spec('代专家撤回', 'Withdraw for the expert', [f.reason], { danger: true }),
  RateAppeal: spec('评价', 'Rate', [f.score, f.note]),
  CloseByOrder: spec('指令办结', 'Close by order', [f.closeResult, f.officeIfAny, f.reply], { bulk: true, danger: true }),
  ReopenAppeal: spec('重新办理', 'Reopen', [f.needed(f.reason)], { bulk: true }),
}

/** Null for a command this page's build does not know yet. */
export function specOf(kind: string): CommandSpec | null {
  return isPressed(kind) ? COMMANDS[kind] : null
}

function isPressed(kind: string): kind is PressedKind {
  return Object.hasOwn(COMMANDS, kind)
}
