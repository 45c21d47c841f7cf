import { SYSTEM } from '../../../domain/people/actor.ts'
import { CLOSE_RESULTS, type CloseResult } from '../../../domain/routing/item.ts'
import { clerkOf, EXPERT, text } from '../../case/builders.ts'
import type { Office } from '../../case/office.ts'
import { finish, give, supervisor } from './acts.ts'
import { events, type Happenings } from './happenings-kinds.ts'

const ANY = (): boolean => true

function rate(office: Office, score: number): void {
  give(office, EXPERT, 'RateAppeal', { score, note: null })
}

function closedByOrder(result: CloseResult): Happenings[string] {
  return {
    may: ANY,
    shows: events(['AppealClosed', { because: 'by-order', result }]),
    tell: (office) =>
      give(office, supervisor(office), 'CloseByOrder', {
        result,
        reply: text('reply'),
        officeInCharge: result === 'not-accepted' ? text('office in charge') : null,
      }),
  }
}

/** How an appeal closes by order, what comes in aftercare, and a calendar or an item that changes. */
export const AFTER_THE_CLOSE: Happenings = {
  ...Object.fromEntries(CLOSE_RESULTS.map((result) => [`closed by order as ${result}`, closedByOrder(result)])),
  'rated well and called back': {
    may: ANY,
    shows: events(['AppealRated', { score: 5 }], ['CallBackRecorded', {}], ['AppealEnded', {}]),
    tell: (office) => {
      finish(office)
      rate(office, 5)
      give(office, clerkOf(office.state.accountableWindow ?? ''), 'RecordCallBack', { satisfied: true, note: text('note') })
    },
  },
  'rated badly and answered': {
    may: ANY,
    shows: events(['OrderIssued', { because: 'rating' }], ['OrderAnswered', {}], ['AppealEnded', {}]),
    tell: (office) => {
      finish(office)
      rate(office, 1)
      give(office, clerkOf(office.state.accountableWindow ?? ''), 'AnswerOrder', { orderId: 'o1', answer: text('answer') })
    },
  },
  'rated badly and not answered': {
    may: ANY,
    shows: events(['OrderIssued', { because: 'rating' }], ['ClockExpired', {}], ['AppealEnded', {}]),
    tell: (office) => {
      finish(office)
      rate(office, 1)
    },
  },
  reopened: {
    may: ANY,
    shows: events(['AppealClosed', {}], ['AppealReopened', {}], ['AppealClosed', {}], ['AppealEnded', {}]),
    tell: (office) => {
      finish(office)
      give(office, supervisor(office), 'ReopenAppeal', { reason: text('reason') })
      finish(office)
    },
  },
  'a calendar replaced': {
    may: ANY,
    shows: events(['CalendarReplaced', {}]),
    tell: (office) => {
      const calendar = Object.values(office.start.calendars)[0]
      if (!calendar) throw new Error('the case carries no calendar')
      const holidays = { ...calendar.holidays, '2026-03-03': { zh: '临时放假', en: 'day off' } }
      give(office, SYSTEM, 'ReplaceCalendar', { calendar: { ...calendar, version: `${calendar.version}+1`, holidays } })
      finish(office)
    },
  },
  'moved to a newer version of its item': {
    may: ANY,
    shows: events(['ItemReplaced', {}], ['ClockMoved', {}], ['AppealClosed', {}]),
    tell: (office) => {
      const { item } = office.start
      const stages = item.stages.map((stage) => ({
        ...stage,
        workingLimit: { ...stage.workingLimit, amount: stage.workingLimit.amount + 1 },
      }))
      give(office, SYSTEM, 'ReplaceItem', { item: { ...item, version: item.version + 1, stages } })
      finish(office)
    },
  },
}
