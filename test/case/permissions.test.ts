import { describe, expect, it } from '@jest/globals'
import { permit } from '../../domain/case/index.ts'
import type { CommandKind } from '../../domain/case/command.ts'
import { SYSTEM, TIMER, type Actor } from '../../domain/people/actor.ts'
import { administrator, auditor, clerkOf, EXPERT, headOf, leadOf, liaisonOf, PROVINCE, supervisorOf } from './builders.ts'
import { filed, type Office } from './office.ts'

const WINDOW = 'dist-lake.general.reception'
const ELSEWHERE = 'dist-port.general.reception'

/** Everybody who could press a button, by the name this table uses. */
const PEOPLE = {
  expert: EXPERT,
  'another expert': { kind: 'expert', id: 'expert-2' },
  liaison: liaisonOf('dist-lake'),
  'liaison elsewhere': liaisonOf('dist-port'),
  clerk: clerkOf(WINDOW),
  'clerk elsewhere': clerkOf(ELSEWHERE),
  lead: leadOf(WINDOW),
  'lead elsewhere': leadOf(ELSEWHERE),
  head: headOf(WINDOW),
  'head elsewhere': headOf(ELSEWHERE),
  supervisor: supervisorOf('dist-lake'),
  'supervisor elsewhere': supervisorOf('dist-port'),
  province: PROVINCE,
  administrator: administrator(),
  auditor: auditor(),
  timer: TIMER,
  system: SYSTEM,
} as const satisfies Readonly<Record<string, Actor>>
type Person = keyof typeof PEOPLE

const WINDOW_STAFF: readonly Person[] = ['clerk', 'lead']
const SUPERVISORS: readonly Person[] = ['supervisor', 'province']

/** Who may give which command on an appeal of the lake district whose one task lies, unclaimed, at the general window there. */
const MAY: Readonly<Record<CommandKind, readonly Person[]>> = {
  FileAppeal: ['expert', 'liaison', 'clerk', 'lead'],
  SupplementAppeal: ['expert', 'liaison', 'clerk', 'lead'],
  AnswerQuestion: ['expert', 'liaison'],
  UrgeAppeal: ['expert', 'liaison'],
  WithdrawAppeal: ['expert', 'liaison'],
  RateAppeal: ['expert'],
  SignTask: WINDOW_STAFF,
  ClaimTask: WINDOW_STAFF,
  ReleaseTask: WINDOW_STAFF,
  TransferTask: WINDOW_STAFF,
  DelegateTask: WINDOW_STAFF,
  CompleteTask: WINDOW_STAFF,
  ReturnTask: WINDOW_STAFF,
  ReferTask: WINDOW_STAFF,
  PauseTask: WINDOW_STAFF,
  ResumeTask: [...WINDOW_STAFF, ...SUPERVISORS],
  AskExpert: WINDOW_STAFF,
  RequestExtension: WINDOW_STAFF,
  RequestCoHandling: WINDOW_STAFF,
  GiveConsent: WINDOW_STAFF,
  RaiseObjection: WINDOW_STAFF,
  IssueDeficiencyNotice: WINDOW_STAFF,
  AcceptProvisionally: WINDOW_STAFF,
  CommentOnTask: [...WINDOW_STAFF, 'head', ...SUPERVISORS],
  ReassignTask: ['lead', 'head', ...SUPERVISORS],
  DecideExtension: ['head'],
  Arbitrate: SUPERVISORS,
  IssueOrder: ['head', ...SUPERVISORS],
  AnswerOrder: WINDOW_STAFF,
  CloseByOrder: SUPERVISORS,
  RecordCallBack: [...WINDOW_STAFF, ...SUPERVISORS],
  ReopenAppeal: SUPERVISORS,
  Tick: ['timer'],
  ReplaceCalendar: ['system'],
  ReplaceItem: ['system'],
}

const RIGHTS = new Set(['not-permitted', 'other-window', 'other-assignee'])

/** An appeal with an extension asked for, an order to the window, and its task unclaimed again. */
function prepared(): Office {
  const office = filed()
  office.give('2026-03-02 10:00', clerkOf(WINDOW), 'RequestExtension', {
    ...office.onLead,
    amount: 5,
    reason: 'complex-matter',
    note: null,
  })
  office.give('2026-03-02 10:10', PROVINCE, 'IssueOrder', { ...office.onLead, order: 'urge', note: null })
  office.give('2026-03-02 10:20', clerkOf(WINDOW), 'ReleaseTask', office.onLead)
  return office
}

const office = prepared()
const blank = { ...office.state, status: 'new' as const }

describe.each(Object.keys(MAY) as CommandKind[])('%s', (kind) => {
  it.each(Object.keys(PEOPLE) as Person[])('by the %s is allowed or refused as the table of rights says', (person) => {
    const target = { taskId: office.lead.id, orderId: 'o1', requestId: 'x1' }
    const verdict = permit(kind === 'FileAppeal' ? blank : office.state, kind, target, PEOPLE[person])
    const refusedFor = verdict === true ? null : verdict.refusal
    expect(refusedFor === null || !RIGHTS.has(refusedFor)).toBe(MAY[kind].includes(person))
  })
})

describe('the refusal of a right', () => {
  it('says that the task belongs to another window', () => {
    expect(permit(office.state, 'ClaimTask', { taskId: office.lead.id }, clerkOf(ELSEWHERE))).toMatchObject({
      refusal: 'other-window',
      params: { window: WINDOW },
    })
  })

  it('says what comes nearest where a person works in several windows', () => {
    const busy = filed()
    busy.give('2026-03-02 10:00', clerkOf(WINDOW), 'ClaimTask', busy.onLead)
    const grants = [WINDOW, ELSEWHERE].map((window) => ({ role: 'clerk' as const, windows: [window], stations: [], actingFor: null }))
    expect(permit(busy.state, 'ReleaseTask', { taskId: busy.lead.id }, { kind: 'staff', id: 'colleague', grants })).toMatchObject({
      refusal: 'other-assignee',
    })
  })

  it('comes before anything is said about the state of the task', () => {
    expect(office.refusal('2026-03-02 11:00', EXPERT, 'SignTask', { taskId: office.lead.id, version: 1 })).toBe('not-permitted')
  })
})
