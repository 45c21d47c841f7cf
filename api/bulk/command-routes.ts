import type { TaskCommandKind } from '../../domain/case/command.ts'
import type { CaseCommandKind } from '../commands/table.ts'
import type { Route } from '../route.ts'
import { postAnswer } from '../routes/appeals/post-answer.ts'
import { postArbitration } from '../routes/appeals/post-arbitration.ts'
import { postCallBack } from '../routes/appeals/post-call-back.ts'
import { postClosing } from '../routes/appeals/post-closing.ts'
import { postExtensionDecision } from '../routes/appeals/post-extension-decision.ts'
import { postOrderAnswer } from '../routes/appeals/post-order-answer.ts'
import { postRating } from '../routes/appeals/post-rating.ts'
import { postReopening } from '../routes/appeals/post-reopening.ts'
import { postSupplement } from '../routes/appeals/post-supplement.ts'
import { postUrge } from '../routes/appeals/post-urge.ts'
import { postWithdrawal } from '../routes/appeals/post-withdrawal.ts'
import { postClaim } from '../routes/tasks/post-claim.ts'
import { postCoHandlingRequest } from '../routes/tasks/post-co-handling-request.ts'
import { postComment } from '../routes/tasks/post-comment.ts'
import { postCompletion } from '../routes/tasks/post-completion.ts'
import { postConsent } from '../routes/tasks/post-consent.ts'
import { postDeficiencyNotice } from '../routes/tasks/post-deficiency-notice.ts'
import { postDelegation } from '../routes/tasks/post-delegation.ts'
import { postExtensionRequest } from '../routes/tasks/post-extension-request.ts'
import { postObjection } from '../routes/tasks/post-objection.ts'
import { postOrder } from '../routes/tasks/post-order.ts'
import { postPause } from '../routes/tasks/post-pause.ts'
import { postProvisionalAcceptance } from '../routes/tasks/post-provisional-acceptance.ts'
import { postQuestion } from '../routes/tasks/post-question.ts'
import { postReassignment } from '../routes/tasks/post-reassignment.ts'
import { postReferral } from '../routes/tasks/post-referral.ts'
import { postRelease } from '../routes/tasks/post-release.ts'
import { postResume } from '../routes/tasks/post-resume.ts'
import { postReturn } from '../routes/tasks/post-return.ts'
import { postSign } from '../routes/tasks/post-sign.ts'
import { postTransfer } from '../routes/tasks/post-transfer.ts'

/** The route of each command on a task: what is pressed on many is pressed on each by the same code. */
export const TASK_ROUTES: Readonly<Record<TaskCommandKind, Route>> = {
  SignTask: postSign,
  ClaimTask: postClaim,
  ReleaseTask: postRelease,
  TransferTask: postTransfer,
  DelegateTask: postDelegation,
  CompleteTask: postCompletion,
  ReturnTask: postReturn,
  ReferTask: postReferral,
  PauseTask: postPause,
  ResumeTask: postResume,
  AskExpert: postQuestion,
  RequestExtension: postExtensionRequest,
  RequestCoHandling: postCoHandlingRequest,
  GiveConsent: postConsent,
  RaiseObjection: postObjection,
  IssueDeficiencyNotice: postDeficiencyNotice,
  AcceptProvisionally: postProvisionalAcceptance,
  CommentOnTask: postComment,
  ReassignTask: postReassignment,
  IssueOrder: postOrder,
}

/** The route of each command on an appeal. */
export const CASE_ROUTES: Readonly<Record<CaseCommandKind, Route>> = {
  SupplementAppeal: postSupplement,
  AnswerQuestion: postAnswer,
  UrgeAppeal: postUrge,
  WithdrawAppeal: postWithdrawal,
  RateAppeal: postRating,
  DecideExtension: postExtensionDecision,
  Arbitrate: postArbitration,
  AnswerOrder: postOrderAnswer,
  CloseByOrder: postClosing,
  RecordCallBack: postCallBack,
  ReopenAppeal: postReopening,
}
