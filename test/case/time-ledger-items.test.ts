import { describe, expect, it } from '@jest/globals'
import { timeLedger } from '../../domain/case/time-ledger.ts'
import { beijing, clerkOf, EXPERT, supervisorOf, text } from './builders.ts'
import { filed, type Office } from './office.ts'

const RECEPTION = 'dist-lake.general.reception'
const SCHOOLING = 'dist-lake.education.schooling'

/** 'kind window minutes' of each holder, then the whole. Office hours are 09:00-12:00 and 13:30-17:30. */
function told(office: Office, asOf: string): readonly string[] {
  const { holders, totalMinutes } = timeLedger(office.start, office.events, beijing(asOf))
  const lines = holders.map(({ holder, minutes }) => [holder.kind, holder.window, minutes].filter((part) => part !== null).join(' '))
  return [...lines, `whole ${totalMinutes}`]
}

function askExpert(office: Office, at: string): void {
  office.give(at, office.clerk, 'AskExpert', { ...office.onLead, question: text('question') })
}

describe('the time ledger', () => {
  it('counts office hours also where a limit runs round the clock: an illness reported in the evening', () => {
    const office = filed(
      { item: 'medical-care', facts: { kind: 'major-illness', patient: 'expert', hospitalised: true } },
      '2026-03-02 17:00',
    )
    office.complete('2026-03-02 17:10', 'direct')
    office.give('2026-03-02 20:00', office.clerk, 'ClaimTask', office.onLead)
    askExpert(office, '2026-03-02 21:00')
    office.give('2026-03-03 07:00', EXPERT, 'AnswerQuestion', { questionId: 'q1', answer: text('answer') })
    office.complete('2026-03-03 08:00', 'arranged')
    office.give('2026-03-03 09:30', office.clerk, 'SignTask', office.onLead)
    expect(told(office, '2026-03-03 10:00')).toEqual([
      'unsigned dist-lake.health.care 10',
      'unsigned city-east.health.hospital-liaison 20',
      'window city-east.health.hospital-liaison 0',
      'expert 0',
      'unsigned city-east.medical-insurance.claims 30',
      'window city-east.medical-insurance.claims 30',
      'whole 90',
    ])
  })

  it('gives the expert the office hours of a weekend’s question, where limits are calendar days', () => {
    const office = filed({ item: 'residence-permit' }, '2026-03-06 16:00')
    askExpert(office, '2026-03-06 16:30')
    office.give('2026-03-08 20:00', EXPERT, 'AnswerQuestion', { questionId: 'q1', answer: text('answer') })
    office.complete('2026-03-09 09:30', 'forward')
    expect(told(office, '2026-03-09 10:00')).toEqual([
      `unsigned ${RECEPTION} 30`,
      'expert 60',
      `window ${RECEPTION} 30`,
      'unsigned city-east.public-security.exit-entry 30',
      'whole 150',
    ])
  })

  it('lets a returned task wait to be signed at the fallback window', () => {
    const office = filed().complete('2026-03-02 10:00', 'accept')
    office.give('2026-03-02 11:00', office.clerk, 'ReturnTask', { ...office.onLead, reason: 'wrong-place', note: null, evidence: null })
    office.give('2026-03-02 11:30', office.clerk, 'SignTask', office.onLead)
    expect(told(office, '2026-03-02 12:00')).toEqual([
      `unsigned ${RECEPTION} 90`,
      `unsigned ${SCHOOLING} 60`,
      `window ${RECEPTION} 30`,
      'whole 180',
    ])
  })

  it('gives a pause to whom it waits for, also while a co-handler works', () => {
    const office = filed({ facts: { schoolStage: 'primary', hukou: 'none' } }).complete('2026-03-02 10:00', 'accept')
    office.give('2026-03-02 10:30', office.clerk, 'PauseTask', {
      ...office.onLead,
      reason: 'other-office-document',
      until: beijing('2026-03-06 17:30'),
      note: text('17'),
    })
    const coTask = Object.values(office.state.tasks).find((task) => task.role === 'co-handler')?.id ?? ''
    office.give('2026-03-02 11:00', clerkOf('dist-lake.public-security.household'), 'GiveConsent', {
      taskId: coTask,
      version: null,
      note: null,
    })
    expect(told(office, '2026-03-02 14:00')).toEqual([
      `unsigned ${RECEPTION} 60`,
      `unsigned ${SCHOOLING} 30`,
      'third-party 120',
      'whole 210',
    ])
  })

  it('ends where an appeal is withdrawn while it waits for the expert, and adds what comes after a reopening', () => {
    const office = filed()
    askExpert(office, '2026-03-02 10:00')
    office.give('2026-03-02 14:00', EXPERT, 'WithdrawAppeal', { reason: null })
    expect(told(office, '2026-03-02 17:30')).toEqual([`unsigned ${RECEPTION} 60`, 'expert 150', 'whole 210'])
    office.give('2026-03-03 09:00', supervisorOf('dist-lake'), 'ReopenAppeal', { reason: text('reason') })
    office.give('2026-03-03 09:20', office.clerk, 'SignTask', office.onLead)
    expect(told(office, '2026-03-03 09:50')).toEqual([`unsigned ${RECEPTION} 80`, 'expert 150', `window ${RECEPTION} 30`, 'whole 260'])
  })
})
