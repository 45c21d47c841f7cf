import { describe, expect, it } from '@jest/globals'
import { clerkOf, EXPERT, headOf, supervisorOf, text, windowNamed } from '../case/builders.ts'
import { filed } from '../case/office.ts'

import { atSchooling, dues, named, only, RECEPTION, SCHOOLING, written } from './letters.ts'

describe('what a command writes to whom', () => {
  it('filing: that it is received, with what happens next and by when, and a task for the window', () => {
    const office = filed()
    expect(written(office)).toEqual(['received to the expert', `dispatched to clerk of ${RECEPTION}`])
    expect(dues(only(office, 'received'))).toEqual({
      acceptance: '2026-03-09 17:30',
      legal: null,
      promised: null,
      stage: '2026-03-09 17:30',
    })
    expect(dues(only(office, 'dispatched'))['sign']).toBe('2026-03-02 14:30')
    expect(only(office, 'received').params).toMatchObject({
      number: 'HY-2026-000001-1',
      item: { zh: '专家子女入学' },
      stage: { zh: '受理' },
      window: RECEPTION,
      textId: null,
    })
  })

  it('acceptance: that it is accepted and which window has it now', () => {
    const office = filed().complete('2026-03-02 10:00', 'accept')
    expect(written(office)).toEqual(['accepted to the expert', `dispatched to clerk of ${SCHOOLING}`, 'handed to the expert'])
    expect(only(office, 'accepted').params.reason).toEqual({ zh: '已受理', en: 'accepted' })
    expect(dues(only(office, 'handed'))).toEqual({ legal: '2026-03-30 17:30', promised: '2026-03-16 17:30', stage: '2026-03-12 17:30' })
  })

  it('deemed acceptance: that nothing was said in time, so it counts from receipt', () => {
    const office = filed().until('2026-03-09 17:30')
    expect(only(office, 'accepted').params.reason?.en).toBe('nothing was said in time, so it counts as accepted from the day of receipt')
  })

  it('papers promised at filing are named at receipt, and at acceptance with the day they are due', () => {
    const office = filed({ materials: { 'residence-proof': 'promised' } })
    expect(only(office, 'received').params.materials).toEqual([{ zh: '居住证明', en: 'Proof of residence' }])
    expect(dues(only(office, 'received'))['cure']).toBeUndefined()
    office.complete('2026-03-03 10:00', 'accept')
    expect(only(office, 'accepted').params.materials).toEqual([{ zh: '居住证明', en: 'Proof of residence' }])
    expect(dues(only(office, 'accepted'))['cure']).toBe('2026-03-11 00:00')
  })

  it('provisional acceptance: by when the promised papers are due', () => {
    const office = filed({ materials: { 'residence-proof': 'missing' } })
    office.give('2026-03-03 10:00', office.clerk, 'AcceptProvisionally', { ...office.onLead, promised: ['residence-proof'], note: null })
    expect(dues(only(office, 'accepted'))['cure']).toBe('2026-03-11 00:00')
  })

  it('a co-handler is asked with its own limit, and the expert is not written to for it', () => {
    const office = filed({ facts: { schoolStage: 'primary', hukou: 'none' } }).complete('2026-03-02 10:00', 'accept')
    const asked = office.lastNotices.filter((notice) => notice.kind === 'dispatched')[1]
    expect(asked && named(asked.recipient)).toBe('clerk of dist-lake.public-security.household')
    expect(asked && dues(asked)['co-handling']).toBe('2026-03-05 17:30')
    expect(office.lastNotices.filter((notice) => notice.kind === 'handed').length).toBe(1)
  })

  it('signing, claiming, releasing and comments: nothing', () => {
    const office = filed()
    office.give('2026-03-02 10:00', office.clerk, 'ClaimTask', office.onLead)
    expect(written(office)).toEqual([])
    office.give('2026-03-02 10:10', office.clerk, 'CommentOnTask', { ...office.onLead, note: text('internal') })
    expect(written(office)).toEqual([])
  })

  it('a deficiency notice: which papers are wanted and until when, and not that the case is paused', () => {
    const office = filed({ materials: { kinship: 'missing' } })
    office.give('2026-03-03 10:00', office.clerk, 'IssueDeficiencyNotice', {
      ...office.onLead,
      materials: ['kinship'],
      note: text('words'),
    })
    expect(written(office)).toEqual(['materials-wanted to the expert'])
    expect(only(office, 'materials-wanted').params).toMatchObject({
      materials: [{ zh: '亲子关系证明', en: 'Proof of kinship' }],
      textId: 'words',
    })
    expect(dues(only(office, 'materials-wanted'))).toEqual({ legal: null, promised: null, stage: null, cure: '2026-03-11 00:00' })
  })

  it('a supplement: to the clerk who waits for it; to the expert the date of the stage that the wait has moved', () => {
    const office = filed({ materials: { kinship: 'missing' } })
    office.give('2026-03-03 10:00', office.clerk, 'IssueDeficiencyNotice', { ...office.onLead, materials: ['kinship'], note: null })
    office.give('2026-03-04 10:00', EXPERT, 'SupplementAppeal', { materials: ['kinship'], note: null })
    expect(written(office)).toEqual([`expert-replied to clerk of ${RECEPTION}`, 'due-moved to the expert'])
  })

  it('a reminder of papers while they are wanted, and the lapse when they do not come', () => {
    const office = filed({ materials: { kinship: 'missing' } })
    office.give('2026-03-03 10:00', office.clerk, 'IssueDeficiencyNotice', { ...office.onLead, materials: ['kinship'], note: null })
    office.until('2026-03-05 17:30')
    expect(written(office)).toEqual(['due-soon to the expert'])
    expect(only(office, 'due-soon').params.materials).toEqual([{ zh: '亲子关系证明', en: 'Proof of kinship' }])
    office.until('2026-03-11 00:00')
    expect(written(office)).toEqual(['lapsed to the expert'])
  })

  it('a question and its answer: the text of the other side by its id, never the words', () => {
    const office = atSchooling()
    office.give('2026-03-03 10:00', clerkOf(SCHOOLING), 'AskExpert', { ...office.onLead, question: text('question-id') })
    expect(written(office)).toEqual(['question to the expert'])
    expect(only(office, 'question').params.textId).toBe('question-id')
    office.give('2026-03-05 10:00', EXPERT, 'AnswerQuestion', { questionId: 'q1', answer: text('answer-id') })
    expect(written(office)).toEqual([`expert-replied to clerk of ${SCHOOLING}`, 'due-moved to the expert'])
    expect(only(office, 'expert-replied').params.textId).toBe('answer-id')
  })

  it('a transfer and a delegation: to the person who gets the task', () => {
    const office = atSchooling()
    office.give('2026-03-03 10:00', clerkOf(SCHOOLING), 'DelegateTask', { ...office.onLead, to: 'trainee' })
    expect(written(office)).toEqual(['transferred to trainee'])
    office.give('2026-03-03 11:00', clerkOf(SCHOOLING), 'TransferTask', { ...office.onLead, to: 'colleague' })
    expect(written(office)).toEqual(['transferred to colleague'])
  })

  it('a reassignment to a person of another window: to that person once, not to the whole window as well', () => {
    const office = atSchooling()
    office.give('2026-03-03 10:00', supervisorOf('dist-lake'), 'ReassignTask', {
      ...office.onLead,
      window: windowNamed('city-east.education.schooling'),
      to: 'her',
      reason: null,
    })
    expect(written(office)).toEqual(['handed to the expert', 'transferred to her'])
  })

  it('one’s own act: nothing to oneself', () => {
    const office = atSchooling()
    office.give('2026-03-03 10:00', headOf(SCHOOLING), 'ReassignTask', {
      ...office.onLead,
      window: null,
      to: `head of ${SCHOOLING}`,
      reason: null,
    })
    expect(written(office)).toEqual([])
  })

  it('a second return: to the supervisor, with the reason of the return', () => {
    const office = filed()
    office.give('2026-03-02 10:00', office.clerk, 'ReturnTask', {
      ...office.onLead,
      reason: 'wrong-place',
      note: text('why'),
      evidence: null,
    })
    expect(written(office)).toEqual(['arbitration-asked to station-supervisor of dist-lake'])
    expect(only(office, 'arbitration-asked').params).toMatchObject({ reason: { en: 'wrong place' }, textId: 'why' })
  })

  it('an objection of a co-handler: to the clerk of the lead task', () => {
    const office = filed({ facts: { schoolStage: 'primary', hukou: 'none' } }).complete('2026-03-02 10:00', 'accept')
    office.give('2026-03-02 11:00', clerkOf(SCHOOLING), 'ClaimTask', office.onLead)
    office.give('2026-03-03 10:00', clerkOf('dist-lake.public-security.household'), 'RaiseObjection', {
      taskId: `${office.start.caseId}-t3`,
      version: null,
      reasons: text('reasons'),
    })
    expect(written(office)).toEqual([`objection to clerk of ${SCHOOLING}`])
  })

  it('an order or the expert’s urging: to the window’s lead and to who works on the task, with the limit of the answer', () => {
    const office = atSchooling()
    office.give('2026-03-03 10:00', EXPERT, 'UrgeAppeal', { note: text('please') })
    expect(written(office)).toEqual([`order-issued to window-lead of ${SCHOOLING}`, `order-issued to clerk of ${SCHOOLING}`])
    const notice = office.lastNotices[0]
    expect(notice?.params).toMatchObject({ outcome: { en: 'urge' }, textId: 'please', window: SCHOOLING })
    expect(notice && dues(notice)['order-reply']).toBe('2026-03-04 17:30')
  })

  it('a close: the outcome, the reply, and how each limit ended', () => {
    const office = filed({ item: 'medical-care' }).complete('2026-03-02 09:20', 'advise')
    expect(written(office)).toEqual(['closed to the expert'])
    expect(only(office, 'closed').params).toMatchObject({ outcome: { zh: '已解释说明（政策不允许）' }, textId: 'reply' })
    expect(only(office, 'closed').params.dues.map(({ clock, state, colour }) => [clock, state, colour])).toEqual([
      ['promised', 'stopped', 'green'],
      ['stage', 'stopped', 'green'],
    ])
  })

  it('a refusal to accept: the office in charge by the id of its text, never by its words', () => {
    const office = filed()
    const refuse = { ...office.onLead, outcome: 'not-accepted', reply: text('why'), note: null }
    office.give('2026-03-02 10:00', office.clerk, 'CompleteTask', { ...refuse, officeInCharge: text('tax office') })
    expect(only(office, 'closed').params).toMatchObject({ officeInChargeTextId: 'tax office', textId: 'why' })
  })

  it('a reopening: to the expert, and a task for the first window', () => {
    const office = filed({ item: 'medical-care' }).complete('2026-03-02 09:20', 'advise')
    office.give('2026-03-03 10:00', supervisorOf('dist-lake'), 'ReopenAppeal', { reason: null })
    expect(written(office)).toEqual(['reopened to the expert', 'dispatched to clerk of dist-lake.health.care'])
  })

  it('the end of aftercare: nothing', () => {
    const office = filed({ item: 'medical-care' }).complete('2026-03-02 09:20', 'advise').until('2026-03-30 17:30')
    expect(office.state.status).toBe('ended')
    expect(written(office)).toEqual([])
  })
})
