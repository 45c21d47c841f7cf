import type { ServiceItem } from '../../../domain/routing/item.ts'
import { clerkOf, EXPERT, text } from '../../case/builders.ts'
import type { Office } from '../../case/office.ts'
import { answer, claim, finish, give, goOn, MINUTE_MS, soon, supervisor } from './acts.ts'
import { events, type Happenings } from './happenings-kinds.ts'

const ANY = (): boolean => true
const DAY_MS = 1440 * MINUTE_MS

/** A filing that lacks the required papers that fit. */
function lacking(item: ServiceItem, fits: (material: ServiceItem['materials'][number]) => boolean): Readonly<Record<string, 'missing'>> {
  const codes = item.materials.filter((material) => material.required && fits(material)).map(({ code }) => code)
  return Object.fromEntries(codes.map((code) => [code, 'missing' as const]))
}

function missing(office: Office): readonly string[] {
  return office.start.item.materials
    .filter(({ code, required }) => required && office.state.materials[code] === 'missing')
    .map(({ code }) => code)
}

function hasDeferrable(item: ServiceItem): boolean {
  return item.materials.some((material) => material.required && material.deferrable)
}

function notice(office: Office): void {
  give(office, office.clerk, 'IssueDeficiencyNotice', { ...office.onLead, materials: missing(office), note: null })
}

function promise(office: Office): void {
  give(office, office.clerk, 'AcceptProvisionally', { ...office.onLead, promised: missing(office), note: null })
}

function pause(office: Office, days: number): void {
  give(office, office.clerk, 'PauseTask', { ...office.onLead, reason: 'hearing', until: soon(office) + days * DAY_MS, note: null })
}

function supplement(office: Office, materials: readonly string[]): void {
  give(office, EXPERT, 'SupplementAppeal', { materials, note: null })
}

/** What a window and the expert do with a task and its papers. */
export const AT_THE_WINDOW: Happenings = {
  'nobody acts until the limits pass': { may: ANY, shows: events(['ClockExpired', {}], ['RungFired', {}]), tell: () => undefined },
  'deemed accepted': {
    may: (item) => item.limits.acceptance !== null,
    shows: events(['AppealAccepted', { mode: 'deemed' }], ['AppealClosed', {}]),
    tell: (office) => {
      office.until(office.clock('acceptance').dueAt ?? 0)
      finish(office)
    },
  },
  'papers wanted and supplemented': {
    may: ANY,
    shows: events(['DeficiencyNoticeIssued', {}], ['MaterialsSupplemented', { complete: true }], ['AppealClosed', {}]),
    filing: (item) => ({ item, materials: lacking(item, () => true) }),
    tell: (office) => {
      const papers = missing(office)
      notice(office)
      supplement(office, papers)
      finish(office)
    },
  },
  'papers wanted and supplemented in part': {
    may: (item) => item.materials.filter((material) => material.required).length > 1,
    shows: events(['DeficiencyNoticeIssued', {}], ['MaterialsSupplemented', { complete: false }]),
    filing: (item) => ({ item, materials: lacking(item, () => true) }),
    tell: (office) => {
      const [first = ''] = missing(office)
      notice(office)
      supplement(office, [first])
    },
  },
  'papers wanted and never supplemented': {
    may: ANY,
    shows: events(['DeficiencyNoticeIssued', {}], ['AppealClosed', { because: 'lapsed' }]),
    filing: (item) => ({ item, materials: lacking(item, () => true) }),
    tell: notice,
  },
  'accepted provisionally, the papers come': {
    may: hasDeferrable,
    shows: events(['AppealAccepted', { mode: 'provisional' }], ['MaterialsSupplemented', { complete: true }]),
    filing: (item) => ({ item, materials: lacking(item, (material) => material.deferrable) }),
    tell: (office) => {
      const papers = missing(office)
      promise(office)
      supplement(office, papers)
      finish(office)
    },
  },
  'accepted provisionally, the papers do not come': {
    may: hasDeferrable,
    shows: events(['AppealAccepted', { mode: 'provisional' }], ['ClockExpired', {}]),
    filing: (item) => ({ item, materials: lacking(item, (material) => material.deferrable) }),
    tell: promise,
  },
  'a question answered': {
    may: ANY,
    shows: events(['QuestionAsked', {}], ['QuestionAnswered', {}], ['TaskResumed', { because: 'answered' }]),
    tell: (office) => {
      give(office, office.clerk, 'AskExpert', { ...office.onLead, question: text('question') })
      answer(office)
      finish(office)
    },
  },
  'a question not answered': {
    may: ANY,
    shows: events(['QuestionAsked', {}], ['TaskResumed', { because: 'end-reached' }]),
    tell: (office) => give(office, office.clerk, 'AskExpert', { ...office.onLead, question: text('question') }),
  },
  'a pause ended by the window': {
    may: ANY,
    shows: events(['TaskPaused', { reason: 'hearing' }], ['TaskResumed', { because: 'resumed' }]),
    tell: (office) => {
      goOn(office)
      pause(office, 9)
      office.until(soon(office) + 2 * DAY_MS)
      give(office, office.clerk, 'ResumeTask', { ...office.onLead, note: null })
      finish(office)
    },
  },
  'a pause ended by its bound': {
    may: ANY,
    shows: events(['TaskPaused', { reason: 'hearing' }], ['TaskResumed', { because: 'end-reached' }]),
    tell: (office) => pause(office, 3),
  },
  'withdrawn while paused': {
    may: ANY,
    shows: events(['TaskPaused', {}], ['AppealClosed', { because: 'withdrawn' }]),
    tell: (office) => {
      pause(office, 9)
      give(office, EXPERT, 'WithdrawAppeal', { reason: null })
    },
  },
  withdrawn: {
    may: ANY,
    shows: events(['AppealClosed', { because: 'withdrawn' }]),
    tell: (office) => give(office, EXPERT, 'WithdrawAppeal', { reason: text('reason') }),
  },
  'a task that goes from hand to hand': {
    may: ANY,
    shows: events(
      ['TaskSigned', {}],
      ['CommentAdded', {}],
      ['TaskDelegated', {}],
      ['TaskReleased', {}],
      ['TaskTransferred', {}],
      ['TaskReassigned', { window: null }],
    ),
    tell: (office) => {
      const { window } = office.lead
      give(office, office.clerk, 'SignTask', office.onLead)
      claim(office)
      give(office, office.clerk, 'CommentOnTask', { ...office.onLead, note: text('note') })
      give(office, office.clerk, 'DelegateTask', { ...office.onLead, to: 'a third' })
      give(office, office.clerk, 'ReleaseTask', office.onLead)
      claim(office)
      give(office, office.clerk, 'TransferTask', { ...office.onLead, to: 'another' })
      give(office, supervisor(office), 'ReassignTask', {
        ...office.onLead,
        window: null,
        to: 'a fourth',
        reason: text('reason'),
      })
      give(office, clerkOf(window, 'a fourth'), 'ReleaseTask', office.onLead)
      finish(office)
    },
  },
  'a task reassigned to another window': {
    may: ANY,
    shows: events(['TaskReassigned', {}], ['TaskDispatched', { because: 'reassigned' }]),
    tell: (office) => {
      const window = anotherWindow(office)
      give(office, supervisor(office), 'ReassignTask', { ...office.onLead, window, to: null, reason: text('reason') })
      finish(office)
    },
  },
}

/** A window of the case's own directory that has no open task. */
export function anotherWindow(office: Office): Office['start']['directory']['windows'][number] {
  const busy = new Set(Object.values(office.state.tasks).map((task) => task.window))
  const window = office.start.directory.windows.find((each) => !busy.has(each.code))
  if (!window) throw new Error('every window has had a task')
  return window
}
