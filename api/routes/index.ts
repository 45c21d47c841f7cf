import type { Route } from '../route.ts'
import { getStations } from './admin/get-stations.ts'
import { getAbsences } from './admin/get-absences.ts'
import { postAbsences } from './admin/post-absences.ts'
import { patchAbsence } from './admin/patch-absence.ts'
import { getLadders } from './admin/get-ladders.ts'
import { getAdminItems } from './admin/get-admin-items.ts'
import { getAdminItem } from './admin/get-admin-item.ts'
import { postItemCheck } from './admin/post-item-check.ts'
import { getMailTexts } from './admin/get-mail-texts.ts'
import { getOutbox } from './admin/get-outbox.ts'
import { postResend } from './admin/post-resend.ts'
import { getAuditEvents } from './admin/get-audit-events.ts'
import { getAuditReads } from './admin/get-audit-reads.ts'
import { getCalendar } from './admin/get-calendar.ts'
import { getCalendars } from './admin/get-calendars.ts'
import { getChange } from './admin/get-change.ts'
import { getChanges } from './admin/get-changes.ts'
import { getMemberships } from './admin/get-memberships.ts'
import { getStaff } from './admin/get-staff.ts'
import { getWindows } from './admin/get-windows.ts'
import { patchMembership } from './admin/patch-membership.ts'
import { patchStaff } from './admin/patch-staff.ts'
import { patchWindow } from './admin/patch-window.ts'
import { postCalendarImports } from './admin/post-calendar-imports.ts'
import { postCalendarPreview } from './admin/post-calendar-preview.ts'
import { postChangeResumption } from './admin/post-change-resumption.ts'
import { postItemImports } from './admin/post-item-imports.ts'
import { postItemPreview } from './admin/post-item-preview.ts'
import { postMemberships } from './admin/post-memberships.ts'
import { postStaff } from './admin/post-staff.ts'
import { postWindows } from './admin/post-windows.ts'
import { getAppeal } from './appeals/get-appeal.ts'
import { getAppeals } from './appeals/get-appeals.ts'
import { getContacts } from './appeals/get-contacts.ts'
import { getDeadlines } from './appeals/get-deadlines.ts'
import { getEvents } from './appeals/get-events.ts'
import { getMails } from './appeals/get-mails.ts'
import { getRoute } from './appeals/get-route.ts'
import { getTime } from './appeals/get-time.ts'
import { postMaterialFiles } from './appeals/post-material-files.ts'
import { postAnswer } from './appeals/post-answer.ts'
import { postAppealReassignment } from './appeals/post-appeal-reassignment.ts'
import { postAppeals } from './appeals/post-appeals.ts'
import { postArbitration } from './appeals/post-arbitration.ts'
import { postCallBack } from './appeals/post-call-back.ts'
import { postClosing } from './appeals/post-closing.ts'
import { postExtensionDecision } from './appeals/post-extension-decision.ts'
import { postOrderAnswer } from './appeals/post-order-answer.ts'
import { postRating } from './appeals/post-rating.ts'
import { postReopening } from './appeals/post-reopening.ts'
import { postSupplement } from './appeals/post-supplement.ts'
import { postUrge } from './appeals/post-urge.ts'
import { postWithdrawal } from './appeals/post-withdrawal.ts'
import { postBulk } from './bulk/post-bulk.ts'
import { postContinuation } from './bulk/post-continuation.ts'
import { postCalculation } from './deadlines/post-calculation.ts'
import { deleteDraft } from './drafts/delete-draft.ts'
import { getDraft } from './drafts/get-draft.ts'
import { getDrafts } from './drafts/get-drafts.ts'
import { putDraft } from './drafts/put-draft.ts'
import { deleteUpload } from './files/delete-upload.ts'
import { getFile } from './files/get-file.ts'
import { getUploads } from './files/get-uploads.ts'
import { postUploads } from './files/post-uploads.ts'
import { getItem } from './items/get-item.ts'
import { getItems } from './items/get-items.ts'
import { deleteSession } from './sessions/delete-session.ts'
import { getMe } from './sessions/get-me.ts'
import { patchMe } from './sessions/patch-me.ts'
import { postSessions } from './sessions/post-sessions.ts'
import { postSignInCodes } from './sessions/post-sign-in-codes.ts'
import { getExperts } from './offices/get-experts.ts'
import { getOffices } from './offices/get-offices.ts'
import { getWindowStaff } from './offices/get-window-staff.ts'
import { getExport } from './exports/get-export.ts'
import { getExportFile } from './exports/get-export-file.ts'
import { getExports } from './exports/get-exports.ts'
import { postExports } from './exports/post-exports.ts'
import { getBoard } from './supervision/get-board.ts'
import { getDecisions } from './supervision/get-decisions.ts'
import { getFigures } from './supervision/get-figures.ts'
import { getHealth } from './supervision/get-health.ts'
import { getLoad } from './supervision/get-load.ts'
import { getOrders } from './supervision/get-orders.ts'
import { getOverdue } from './supervision/get-overdue.ts'
import { getRates } from './supervision/get-rates.ts'
import { getSupervisedAppeals } from './supervision/get-supervised-appeals.ts'
import { getTaskCounts } from './tasks/get-task-counts.ts'
import { getTask } from './tasks/get-task.ts'
import { getTasks } from './tasks/get-tasks.ts'
import { postClaim } from './tasks/post-claim.ts'
import { postCoHandlingRequest } from './tasks/post-co-handling-request.ts'
import { postComment } from './tasks/post-comment.ts'
import { postCompletion } from './tasks/post-completion.ts'
import { postConsent } from './tasks/post-consent.ts'
import { postDeficiencyNotice } from './tasks/post-deficiency-notice.ts'
import { postDelegation } from './tasks/post-delegation.ts'
import { postExtensionRequest } from './tasks/post-extension-request.ts'
import { postObjection } from './tasks/post-objection.ts'
import { postOrder } from './tasks/post-order.ts'
import { postPause } from './tasks/post-pause.ts'
import { getStream } from './live/get-stream.ts'
import { postPresence } from './tasks/post-presence.ts'
import { postProvisionalAcceptance } from './tasks/post-provisional-acceptance.ts'
import { postQuestion } from './tasks/post-question.ts'
import { postReassignment } from './tasks/post-reassignment.ts'
import { postReferral } from './tasks/post-referral.ts'
import { postRelease } from './tasks/post-release.ts'
import { postResume } from './tasks/post-resume.ts'
import { postReturn } from './tasks/post-return.ts'
import { postSign } from './tasks/post-sign.ts'
import { postTransfer } from './tasks/post-transfer.ts'
import { deleteView } from './views/delete-view.ts'
import { getViews } from './views/get-views.ts'
import { patchView } from './views/patch-view.ts'
import { postViews } from './views/post-views.ts'

/** Every route of the API: what Express, the OpenAPI document and the access test read. */
export const routes: readonly Route[] = [
  postSessions,
  deleteSession,
  getMe,
  patchMe,
  postSignInCodes,
  getItems,
  getItem,
  postCalculation,
  getOffices,
  getWindowStaff,
  getExperts,
  getDrafts,
  getDraft,
  putDraft,
  deleteDraft,
  postAppeals,
  getAppeals,
  getAppeal,
  getEvents,
  getDeadlines,
  getTime,
  getRoute,
  getMails,
  getContacts,
  postAppealReassignment,
  postSupplement,
  postMaterialFiles,
  postUploads,
  getUploads,
  deleteUpload,
  getFile,
  postAnswer,
  postUrge,
  postWithdrawal,
  postRating,
  postExtensionDecision,
  postArbitration,
  postOrderAnswer,
  postClosing,
  postCallBack,
  postReopening,
  getTasks,
  getTaskCounts,
  getStream,
  postPresence,
  postBulk,
  postContinuation,
  getViews,
  postViews,
  patchView,
  deleteView,
  getTask,
  postSign,
  postClaim,
  postRelease,
  postTransfer,
  postDelegation,
  postCompletion,
  postReturn,
  postReferral,
  postPause,
  postResume,
  postQuestion,
  postExtensionRequest,
  postCoHandlingRequest,
  postConsent,
  postObjection,
  postDeficiencyNotice,
  postProvisionalAcceptance,
  postComment,
  postOrder,
  postReassignment,
  getOverdue,
  getBoard,
  getDecisions,
  getHealth,
  getFigures,
  getRates,
  getLoad,
  getOrders,
  getSupervisedAppeals,
  postExports,
  getExports,
  getExport,
  getExportFile,
  getStaff,
  postStaff,
  patchStaff,
  getMemberships,
  postMemberships,
  patchMembership,
  getWindows,
  postWindows,
  patchWindow,
  getStations,
  getAbsences,
  postAbsences,
  patchAbsence,
  getLadders,
  getAdminItems,
  getAdminItem,
  postItemCheck,
  getMailTexts,
  getOutbox,
  postResend,
  getAuditEvents,
  getAuditReads,
  getCalendars,
  getCalendar,
  postCalendarPreview,
  postCalendarImports,
  postItemPreview,
  postItemImports,
  getChanges,
  getChange,
  postChangeResumption,
]
