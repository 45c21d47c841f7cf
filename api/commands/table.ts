import type { CommandKind, TaskCommandKind } from '../../domain/case/command.ts'
import type { Text } from '../../domain/text.ts'

/** Commands that people give; filing has a route of its own, timer and system have none. */
export type CaseCommandKind = Exclude<CommandKind, TaskCommandKind | 'FileAppeal' | 'Tick' | 'ReplaceCalendar' | 'ReplaceItem'>

export interface CommandRow {
  /** Last part of the address: /api/tasks/:id/<noun> or /api/appeals/:number/<noun>. */
  readonly noun: string
  readonly name: Text
}

/** Every command on a task: its address and the name on its button. */
export const TASK_COMMANDS: Readonly<Record<TaskCommandKind, CommandRow>> = {
  SignTask: { noun: 'sign', name: { zh: '签收', en: 'Sign for' } },
  ClaimTask: { noun: 'claim', name: { zh: '认领', en: 'Claim' } },
  ReleaseTask: { noun: 'release', name: { zh: '放回', en: 'Release' } },
  TransferTask: { noun: 'transfer', name: { zh: '移交', en: 'Transfer' } },
  DelegateTask: { noun: 'delegation', name: { zh: '委派', en: 'Delegate' } },
  CompleteTask: { noun: 'completion', name: { zh: '办理', en: 'Complete' } },
  ReturnTask: { noun: 'return', name: { zh: '退单', en: 'Return' } },
  ReferTask: { noun: 'referral', name: { zh: '转办', en: 'Refer' } },
  PauseTask: { noun: 'pause', name: { zh: '中止', en: 'Pause' } },
  ResumeTask: { noun: 'resume', name: { zh: '恢复', en: 'Resume' } },
  AskExpert: { noun: 'question', name: { zh: '询问专家', en: 'Ask the expert' } },
  RequestExtension: { noun: 'extension-request', name: { zh: '申请延期', en: 'Request an extension' } },
  RequestCoHandling: { noun: 'co-handling-request', name: { zh: '请求协办', en: 'Request co-handling' } },
  GiveConsent: { noun: 'consent', name: { zh: '同意', en: 'Consent' } },
  RaiseObjection: { noun: 'objection', name: { zh: '不同意', en: 'Object' } },
  IssueDeficiencyNotice: { noun: 'deficiency-notice', name: { zh: '一次性告知', en: 'Issue the deficiency notice' } },
  AcceptProvisionally: { noun: 'provisional-acceptance', name: { zh: '容缺受理', en: 'Accept provisionally' } },
  CommentOnTask: { noun: 'comment', name: { zh: '备注', en: 'Comment' } },
  ReassignTask: { noun: 'reassignment', name: { zh: '改派', en: 'Reassign' } },
  IssueOrder: { noun: 'order', name: { zh: '催办或督办', en: 'Urge or supervise' } },
}

/** Every command on the appeal as a whole. */
export const CASE_COMMANDS: Readonly<Record<CaseCommandKind, CommandRow>> = {
  SupplementAppeal: { noun: 'supplement', name: { zh: '补正材料', en: 'Supplement materials' } },
  AnswerQuestion: { noun: 'answer', name: { zh: '答复', en: 'Answer' } },
  UrgeAppeal: { noun: 'urge', name: { zh: '催办', en: 'Urge' } },
  WithdrawAppeal: { noun: 'withdrawal', name: { zh: '撤回', en: 'Withdraw' } },
  RateAppeal: { noun: 'rating', name: { zh: '评价', en: 'Rate' } },
  DecideExtension: { noun: 'extension-decision', name: { zh: '审批延期', en: 'Decide the extension' } },
  Arbitrate: { noun: 'arbitration', name: { zh: '仲裁', en: 'Arbitrate' } },
  AnswerOrder: { noun: 'order-answer', name: { zh: '答复催办（督办）', en: 'Answer the order' } },
  CloseByOrder: { noun: 'closing', name: { zh: '指令办结', en: 'Close by order' } },
  RecordCallBack: { noun: 'call-back', name: { zh: '回访登记', en: 'Record the call-back' } },
  ReopenAppeal: { noun: 'reopening', name: { zh: '重新办理', en: 'Reopen' } },
}
