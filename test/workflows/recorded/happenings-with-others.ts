import { openCoTasks, pendingExtension } from '../../../domain/case/lookups.ts'
import type { Task } from '../../../domain/case/state.ts'
import type { Actor } from '../../../domain/people/actor.ts'
import type { ExtensionRule, ServiceItem } from '../../../domain/routing/item.ts'
import { clerkOf, EXPERT, headOf, leadOf, PROVINCE, text } from '../../case/builders.ts'
import type { Office } from '../../case/office.ts'
import { claim, consent, finish, give, goOn, soon, supervisor } from './acts.ts'
import { anotherWindow } from './happenings-at-window.ts'
import { events, type Happenings } from './happenings-kinds.ts'

const ANY = (): boolean => true
const extensible = ({ limits }: ServiceItem): boolean => limits.extension !== null

/** Calls another window in and answers its task. */
function callIn(office: Office): Task {
  give(office, office.clerk, 'RequestCoHandling', { ...office.onLead, window: anotherWindow(office), note: null })
  const task = openCoTasks(office.state).at(-1)
  if (!task) throw new Error('nobody was called in')
  return task
}

function ruleOf(office: Office): ExtensionRule {
  const rule = office.start.item.limits.extension
  if (rule === null) throw new Error(`${office.start.item.code} knows no extension`)
  return rule
}

function ask(office: Office, amount: number): void {
  give(office, office.clerk, 'RequestExtension', { ...office.onLead, amount, reason: 'complex-matter', note: null })
}

function decider(office: Office): Actor {
  const role = pendingExtension(office.state)?.decidedBy
  if (role === 'department-head') return headOf(office.lead.window)
  if (role === 'window-lead') return leadOf(office.lead.window)
  return role === 'province-supervisor' ? PROVINCE : supervisor(office)
}

function decideOn(office: Office, granted: boolean): void {
  const requestId = pendingExtension(office.state)?.id ?? ''
  give(office, decider(office), 'DecideExtension', { requestId, granted, note: text('note') })
}

/** One story for each length that somebody else decides. */
function granted(row: number): Happenings[string] {
  return {
    may: ({ limits }) => limits.extension?.decidedBy[row] !== undefined,
    shows: ({ limits }) => [
      ['ExtensionRequested', { decidedBy: limits.extension?.decidedBy[row]?.role }],
      ['ExtensionDecided', { granted: true }],
    ],
    tell: (office) => {
      goOn(office)
      ask(office, ruleOf(office).decidedBy[row]?.upTo ?? 0)
      decideOn(office, true)
      finish(office)
    },
  }
}

function giveBack(office: Office): void {
  give(office, office.clerk, 'ReturnTask', { ...office.onLead, reason: 'not-our-duty', note: null, evidence: null })
}

/** What other windows, heads and supervisors do. */
export const WITH_OTHERS: Happenings = {
  'a co-handler consents': {
    may: ANY,
    shows: events(['CoHandlingRequested', {}], ['ConsentGiven', { tacit: false }]),
    tell: (office) => {
      consent(office, callIn(office))
      finish(office)
    },
  },
  'a co-handler objects': {
    may: ANY,
    shows: events(['CoHandlingRequested', {}], ['ObjectionRaised', {}]),
    tell: (office) => {
      const task = callIn(office)
      give(office, clerkOf(task.window), 'RaiseObjection', { taskId: task.id, version: null, reasons: text('reasons') })
      finish(office)
    },
  },
  'a co-handler is silent': {
    may: ANY,
    shows: events(['CoHandlingRequested', {}], ['ConsentGiven', { tacit: true }]),
    tell: (office) => void callIn(office),
  },
  'an extension granted by the first who may': granted(0),
  'an extension granted by the second who may': granted(1),
  'an extension granted by the third who may': granted(2),
  'an extension refused': {
    may: extensible,
    shows: events(['ExtensionDecided', { granted: false, because: 'decided' }]),
    tell: (office) => {
      goOn(office)
      ask(office, 1)
      decideOn(office, false)
      finish(office)
    },
  },
  'an extension granted after the date': {
    may: extensible,
    shows: events(['ExtensionRequested', {}], ['ClockExpired', {}], ['ExtensionDecided', { granted: true }], ['ClockMoved', {}]),
    tell: (office) => {
      goOn(office)
      claim(office)
      const due = office.clock('stage').dueAt ?? 0
      office.until(due - 25 * 60_000)
      ask(office, 2)
      office.until(due + 60_000)
      decideOn(office, true)
      finish(office)
    },
  },
  'an extension asked too late': {
    may: extensible,
    shows: events(['ClockExpired', {}], ['ExtensionAskedLate', {}], ['AppealClosed', {}]),
    tell: (office) => {
      goOn(office)
      claim(office)
      office.until(office.clock('stage').dueAt ?? 0)
      ask(office, 1)
      finish(office)
    },
  },
  'an extension nobody decides': {
    may: extensible,
    shows: events(['ExtensionDecided', { because: 'task-ended' }]),
    tell: (office) => {
      goOn(office)
      ask(office, 1)
      finish(office)
    },
  },
  'returned once': {
    may: ANY,
    shows: events(['TaskReturned', {}], ['TaskDispatched', { because: 'returned' }], ['AppealClosed', {}]),
    tell: (office) => {
      goOn(office)
      giveBack(office)
      finish(office)
    },
  },
  'returned twice and arbitrated': {
    may: ANY,
    shows: events(['TaskReturned', {}], ['ArbitrationRequested', {}], ['ArbitrationDecided', {}], ['AppealClosed', {}]),
    tell: (office) => {
      goOn(office)
      giveBack(office)
      if (office.state.arbitration === null) giveBack(office)
      give(office, supervisor(office), 'Arbitrate', { window: anotherWindow(office), note: text('note') })
      finish(office)
    },
  },
  'returned twice and left to lie': {
    may: ANY,
    shows: events(['ArbitrationRequested', {}], ['ClockExpired', {}]),
    tell: (office) => {
      goOn(office)
      giveBack(office)
      if (office.state.arbitration === null) giveBack(office)
    },
  },
  referred: {
    may: ANY,
    shows: events(['TaskReferred', {}], ['TaskDispatched', { because: 'referred' }]),
    tell: (office) => {
      give(office, office.clerk, 'ReferTask', { ...office.onLead, window: anotherWindow(office), note: text('note') })
      finish(office)
    },
  },
  'urged by the expert and answered': {
    may: ANY,
    shows: events(['AppealUrged', {}], ['OrderIssued', { because: 'urged' }], ['OrderAnswered', {}]),
    tell: (office) => {
      claim(office)
      give(office, EXPERT, 'UrgeAppeal', { note: null })
      give(office, office.clerk, 'AnswerOrder', { orderId: 'o1', answer: text('answer') })
      finish(office)
    },
  },
  'supervised and answered': {
    may: ANY,
    shows: events(['OrderIssued', { because: 'ordered', order: 'supervise' }], ['OrderAnswered', {}]),
    tell: (office) => {
      give(office, supervisor(office), 'IssueOrder', { ...office.onLead, order: 'supervise', note: text('note') })
      give(office, office.clerk, 'AnswerOrder', { orderId: 'o1', answer: text('answer') })
      finish(office)
    },
  },
  'supervised and not answered': {
    may: ANY,
    shows: events(['OrderIssued', { because: 'ordered', order: 'supervise' }], ['ClockExpired', {}]),
    tell: (office) => {
      give(office, supervisor(office), 'IssueOrder', { ...office.onLead, order: 'supervise', note: text('note') })
      office.until(soon(office))
    },
  },
}
