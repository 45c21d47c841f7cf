import type { RefusalCode } from '../../domain/case/refusal.ts'
import { SYSTEM } from '../../domain/people/actor.ts'
import { type Attempt, attempt, claimed, closed, coHandled, completion, lacking, plain } from './attempts.ts'
import { catalog, clerkOf, EXPERT, itemOf, leadOf, supervisorOf, text, windowNamed } from './builders.ts'

const RECEPTION = clerkOf('dist-lake.general.reception')
const SUPERVISOR = supervisorOf('dist-lake')

/** One way to meet each refusal about papers, questions, orders, ratings, people and replacements. */
export const PROVOKED_LATER: Readonly<Partial<Record<RefusalCode, () => Attempt>>> = {
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
  'cure-running': () => {
    const o = lacking()
    o.give('2026-03-02 10:00', RECEPTION, 'IssueDeficiencyNotice', { ...o.onLead, materials: ['kinship'], note: null })
    o.give('2026-03-02 11:00', RECEPTION, 'ResumeTask', { ...o.onLead, note: null })
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
