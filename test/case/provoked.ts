import type { RefusalCode } from '../../domain/case/refusal.ts'
import { SYSTEM } from '../../domain/people/actor.ts'
import {
  accepted,
  asked,
  type Attempt,
  attempt,
  claimed,
  closed,
  coHandled,
  completion,
  ended,
  extension,
  lacking,
  plain,
  returning,
  waiting,
} from './attempts.ts'
import { beijing, catalog, clerkOf, EXPERT, headOf, itemOf, leadOf, supervisorOf, text, windowNamed } from './builders.ts'
import { filed } from './office.ts'

const RECEPTION = clerkOf('dist-lake.general.reception')
const COLLEAGUE = clerkOf('dist-lake.general.reception', 'colleague')
const SUPERVISOR = supervisorOf('dist-lake')

/** One way to meet each refusal. */
export const PROVOKED: Readonly<Partial<Record<RefusalCode, () => Attempt>>> = {
  'not-permitted': () => {
    const o = plain()
    return attempt(o, EXPERT, 'ClaimTask', o.onLead)
  },
  'other-window': () => {
    const o = plain()
    return attempt(o, clerkOf('dist-lake.health.care'), 'ClaimTask', o.onLead)
  },
  'other-assignee': () => {
    const o = claimed()
    return attempt(o, COLLEAGUE, 'ReleaseTask', o.onLead)
  },
  'unknown-task': () => attempt(plain(), RECEPTION, 'ReleaseTask', { taskId: 'none', version: null }),
  'stale-version': () => {
    const o = claimed()
    return attempt(o, RECEPTION, 'ReleaseTask', { taskId: o.lead.id, version: 1 })
  },
  'already-claimed': () => {
    const o = claimed()
    return attempt(o, COLLEAGUE, 'ClaimTask', o.onLead)
  },
  'not-claimed': () => {
    const o = plain()
    return attempt(o, RECEPTION, 'ReleaseTask', o.onLead)
  },
  'already-signed': () => {
    const o = claimed()
    return attempt(o, RECEPTION, 'SignTask', o.onLead)
  },
  'task-not-open': () => {
    const o = accepted()
    return attempt(o, RECEPTION, 'ReleaseTask', { taskId: `${o.start.caseId}-t1`, version: null })
  },
  'task-waiting': () => {
    const o = waiting()
    return attempt(o, RECEPTION, 'CompleteTask', { ...o.onLead, ...completion })
  },
  'pause-open': () => {
    const o = waiting()
    return attempt(o, RECEPTION, 'PauseTask', { ...o.onLead, reason: 'hearing', until: beijing('2026-03-10 17:30'), note: null })
  },
  'not-paused': () => {
    const o = claimed()
    return attempt(o, RECEPTION, 'ResumeTask', { ...o.onLead, note: null })
  },
  'case-not-open': () => attempt(closed(), EXPERT, 'UrgeAppeal', { note: null }),
  'case-not-in-aftercare': () => attempt(plain(), EXPERT, 'RateAppeal', { score: 5, note: null }),
  'case-ended': () => attempt(ended(), EXPERT, 'RateAppeal', { score: 5, note: null }, '2026-03-23 10:00'),
  'not-the-lead': () => {
    const o = coHandled()
    return attempt(o, clerkOf('dist-lake.public-security.household'), 'ReturnTask', {
      taskId: `${o.start.caseId}-t3`,
      version: null,
      ...returning,
    })
  },
  'not-a-co-handler': () => {
    const o = plain()
    return attempt(o, RECEPTION, 'GiveConsent', { ...o.onLead, note: null })
  },
  'unknown-outcome': () => {
    const o = plain()
    return attempt(o, RECEPTION, 'CompleteTask', { ...o.onLead, ...completion, outcome: 'magic' })
  },
  'co-handlers-open': () => {
    const o = coHandled()
    return attempt(o, o.clerk, 'CompleteTask', { ...o.onLead, ...completion, outcome: 'matched' })
  },
  'office-in-charge-missing': () => {
    const o = plain()
    return attempt(o, RECEPTION, 'CompleteTask', { ...o.onLead, ...completion, outcome: 'not-accepted' })
  },
  'materials-incomplete': () => {
    const o = lacking()
    return attempt(o, RECEPTION, 'CompleteTask', { ...o.onLead, ...completion })
  },
  'already-accepted': () => {
    const o = accepted()
    return attempt(o, o.clerk, 'AcceptProvisionally', { ...o.onLead, promised: [], note: null })
  },
  'nothing-to-promise': () => {
    const o = plain()
    return attempt(o, RECEPTION, 'AcceptProvisionally', { ...o.onLead, promised: [], note: null })
  },
  'not-deferrable': () => {
    const o = lacking()
    return attempt(o, RECEPTION, 'AcceptProvisionally', { ...o.onLead, promised: ['kinship'], note: null })
  },
  'reason-unknown': () => {
    const o = plain()
    return attempt(o, RECEPTION, 'ReturnTask', { ...o.onLead, ...returning, reason: 'too-hard' as 'duplicate' })
  },
  'note-missing': () => {
    const o = plain()
    return attempt(o, RECEPTION, 'PauseTask', {
      ...o.onLead,
      reason: 'other-office-document',
      until: beijing('2026-03-06 17:30'),
      note: null,
    })
  },
  'evidence-missing': () => {
    const o = plain()
    return attempt(o, RECEPTION, 'ReturnTask', { ...o.onLead, reason: 'cannot-be-reached', note: null, evidence: null })
  },
  'return-too-late': () => {
    const o = plain()
    return attempt(o, RECEPTION, 'ReturnTask', { ...o.onLead, ...returning }, '2026-03-04 17:31')
  },
  'return-after-arbitration': () => {
    const o = plain()
    o.give('2026-03-02 10:00', RECEPTION, 'ReturnTask', { ...o.onLead, ...returning })
    o.give('2026-03-02 11:00', SUPERVISOR, 'Arbitrate', { window: windowNamed('dist-lake.health.care'), note: null })
    return attempt(o, o.clerk, 'ReturnTask', { ...o.onLead, ...returning })
  },
  'no-arbitration': () => attempt(plain(), SUPERVISOR, 'Arbitrate', { window: windowNamed('dist-lake.health.care'), note: null }),
  'until-missing': () => {
    const o = plain()
    return attempt(o, RECEPTION, 'PauseTask', { ...o.onLead, reason: 'hearing', until: Number.NaN, note: null })
  },
  'until-out-of-range': () => {
    const o = plain()
    return attempt(o, RECEPTION, 'PauseTask', { ...o.onLead, reason: 'hearing', until: beijing('2026-03-01 09:00'), note: null })
  },
  'extension-not-allowed': () => {
    const o = filed({ item: 'residence-permit' })
    return attempt(o, RECEPTION, 'RequestExtension', { ...o.onLead, ...extension })
  },
  'extension-too-late': () => {
    const o = claimed()
    o.give('2026-03-10 09:30', RECEPTION, 'RequestExtension', { ...o.onLead, ...extension })
    return attempt(o, RECEPTION, 'RequestExtension', { ...o.onLead, ...extension }, '2026-03-10 10:00')
  },
  'extension-too-long': () => {
    const o = plain()
    return attempt(o, RECEPTION, 'RequestExtension', { ...o.onLead, ...extension, amount: 11 })
  },
  'extension-too-often': () => {
    const o = asked()
    o.give('2026-03-02 12:00', headOf(o.lead.window), 'DecideExtension', { requestId: 'x1', granted: true, note: null })
    return attempt(o, o.clerk, 'RequestExtension', { ...o.onLead, ...extension })
  },
  'extension-pending': () => {
    const o = asked()
    return attempt(o, o.clerk, 'RequestExtension', { ...o.onLead, ...extension })
  },
  'no-extension-pending': () => {
    const o = asked()
    o.give('2026-03-02 12:00', headOf(o.lead.window), 'DecideExtension', { requestId: 'x1', granted: false, note: null })
    return attempt(o, headOf(o.lead.window), 'DecideExtension', { requestId: 'x1', granted: true, note: null })
  },
  'amount-invalid': () => {
    const o = plain()
    return attempt(o, RECEPTION, 'RequestExtension', { ...o.onLead, ...extension, amount: -3 })
  },
  'deficiency-already-noticed': () => {
    const o = lacking()
    o.give('2026-03-02 10:00', RECEPTION, 'IssueDeficiencyNotice', { ...o.onLead, materials: ['kinship'], note: null })
    o.give('2026-03-02 11:00', EXPERT, 'SupplementAppeal', { materials: ['kinship'], note: null })
    return attempt(o, RECEPTION, 'IssueDeficiencyNotice', { ...o.onLead, materials: ['kinship'], note: null })
  },
  'refusal-reasons-missing': () => {
    const o = lacking()
    o.give('2026-03-02 10:00', RECEPTION, 'IssueDeficiencyNotice', { ...o.onLead, materials: ['kinship'], note: null })
    o.give('2026-03-02 11:00', EXPERT, 'SupplementAppeal', { materials: [], note: text('I cannot get it') })
    return attempt(o, RECEPTION, 'CompleteTask', { ...o.onLead, ...completion, outcome: 'not-accepted' })
  },
  'material-unknown': () => {
    const o = plain()
    return attempt(o, RECEPTION, 'IssueDeficiencyNotice', { ...o.onLead, materials: ['horse'], note: null })
  },
  'materials-missing': () => {
    const o = plain()
    return attempt(o, RECEPTION, 'IssueDeficiencyNotice', { ...o.onLead, materials: [], note: null })
  },
  'nothing-wanted': () => attempt(plain(), EXPERT, 'SupplementAppeal', { materials: ['kinship'], note: null }),
  'no-question': () => attempt(plain(), EXPERT, 'AnswerQuestion', { questionId: 'q1', answer: text('yes') }),
  'already-urged': () => {
    const o = plain()
    o.give('2026-03-03 09:00', EXPERT, 'UrgeAppeal', { note: null })
    return attempt(o, EXPERT, 'UrgeAppeal', { note: null })
  },
  'order-unknown': () => attempt(claimed(), leadOf('dist-lake.general.reception'), 'AnswerOrder', { orderId: 'o9', answer: text('done') }),
  'order-open': () => {
    const o = plain()
    o.give('2026-03-03 09:00', SUPERVISOR, 'IssueOrder', { ...o.onLead, order: 'supervise', note: null })
    return attempt(o, SUPERVISOR, 'IssueOrder', { ...o.onLead, order: 'supervise', note: null })
  },
  'order-answered': () => {
    const o = claimed()
    o.give('2026-03-02 11:00', EXPERT, 'UrgeAppeal', { note: null })
    o.give('2026-03-02 12:00', RECEPTION, 'AnswerOrder', { orderId: 'o1', answer: text('done') })
    return attempt(o, RECEPTION, 'AnswerOrder', { orderId: 'o1', answer: text('done') })
  },
  'already-rated': () => {
    const o = closed()
    o.give('2026-03-02 11:00', EXPERT, 'RateAppeal', { score: 5, note: null })
    return attempt(o, EXPERT, 'RateAppeal', { score: 5, note: null })
  },
  'score-invalid': () => attempt(closed(), EXPERT, 'RateAppeal', { score: 6, note: null }),
  'already-co-handling': () => {
    const o = plain()
    return attempt(o, RECEPTION, 'RequestCoHandling', { ...o.onLead, window: windowNamed('dist-lake.general.reception'), note: null })
  },
  'same-window': () => {
    const o = plain()
    return attempt(o, RECEPTION, 'ReferTask', { ...o.onLead, window: windowNamed('dist-lake.general.reception'), note: null })
  },
  'same-person': () => {
    const o = claimed()
    return attempt(o, RECEPTION, 'TransferTask', { ...o.onLead, to: 'clerk of dist-lake.general.reception' })
  },
  'result-unknown': () => attempt(plain(), SUPERVISOR, 'CloseByOrder', { result: 'lost' as 'settled', reply: null, officeInCharge: null }),
  'reasons-missing': () => {
    const o = coHandled()
    return attempt(o, clerkOf('dist-lake.public-security.household'), 'RaiseObjection', {
      taskId: `${o.start.caseId}-t3`,
      version: null,
      reasons: null,
    })
  },
  'calendar-unknown': () => {
    const calendar = catalog.calendars.get('cn-west')
    if (!calendar) throw new Error('no calendar')
    return attempt(plain(), SYSTEM, 'ReplaceCalendar', { calendar })
  },
  'item-other': () => attempt(plain(), SYSTEM, 'ReplaceItem', { item: itemOf('funding') }),
  'item-not-newer': () => {
    const o = plain()
    return attempt(o, SYSTEM, 'ReplaceItem', { item: o.start.item })
  },
  'item-misfit': () => {
    const { item } = plain().start
    return attempt(plain(), SYSTEM, 'ReplaceItem', { item: { ...item, version: 2, materials: item.materials.slice(1) } })
  },
}

/** Refused by the API, which alone knows who works where. */
export const OF_THE_API: readonly RefusalCode[] = ['person-not-in-window']
