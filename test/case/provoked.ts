import type { RefusalCode } from '../../domain/case/refusal.ts'
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
import { beijing, clerkOf, EXPERT, headOf, supervisorOf, windowNamed } from './builders.ts'
import { filed } from './office.ts'
import { PROVOKED_LATER } from './provoked-later.ts'

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
  ...PROVOKED_LATER,
}

/** Refused by the API, which alone knows who works where. */
export const OF_THE_API: readonly RefusalCode[] = ['person-not-in-window']
