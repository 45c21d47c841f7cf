import { AUDIENCES, type Audience } from '../../../domain/case/audience.ts'
import type { EventType } from '../../../domain/case/event.ts'
import type { CaseEventLine } from '../../http/shapes/case.ts'
import { isEventType, wordsOf } from './event-words.ts'

/** What a line of the history is about. `clockwork`: clocks that begin and stop with the work, hidden at first. */
export const EVENT_GROUPS = ['handling', 'words', 'papers', 'dates', 'warnings', 'oversight', 'clockwork'] as const
export type EventGroup = (typeof EVENT_GROUPS)[number]

export const WHO = ['expert', 'staff', 'timer', 'system'] as const
export type Who = (typeof WHO)[number]

/** Which lines are shown; the newest first, or as they happened. */
export interface TimelineFilter {
  readonly groups: readonly EventGroup[]
  readonly who: readonly Who[]
  readonly audiences: readonly Audience[]
  readonly isNewestFirst: boolean
}

export const PLAIN_FILTER: TimelineFilter = {
  groups: EVENT_GROUPS.filter((group) => group !== 'clockwork'),
  who: WHO,
  audiences: AUDIENCES,
  isNewestFirst: true,
}

const GROUP_OF: Readonly<Record<EventType, Exclude<EventGroup, 'words'>>> = {
  AppealReceived: 'handling',
  AppealAccepted: 'handling',
  StageEntered: 'handling',
  TaskDispatched: 'handling',
  TaskSigned: 'handling',
  TaskClaimed: 'handling',
  TaskReleased: 'handling',
  TaskTransferred: 'handling',
  TaskDelegated: 'handling',
  TaskCompleted: 'handling',
  TaskReturned: 'handling',
  TaskReferred: 'handling',
  TaskReassigned: 'oversight',
  TaskCancelled: 'handling',
  CommentAdded: 'handling',
  TaskPaused: 'dates',
  TaskResumed: 'dates',
  QuestionAsked: 'handling',
  QuestionAnswered: 'handling',
  DeficiencyNoticeIssued: 'papers',
  MaterialsSupplemented: 'papers',
  CoHandlingRequested: 'handling',
  ConsentGiven: 'handling',
  ObjectionRaised: 'handling',
  ExtensionRequested: 'dates',
  ExtensionDecided: 'dates',
  ExtensionAskedLate: 'dates',
  ArbitrationRequested: 'oversight',
  ArbitrationDecided: 'oversight',
  ClockStarted: 'clockwork',
  ClockMoved: 'dates',
  ClockStopped: 'clockwork',
  ClockExpired: 'dates',
  RungFired: 'warnings',
  RungCancelled: 'warnings',
  CardWithdrawn: 'warnings',
  OrderIssued: 'oversight',
  OrderAnswered: 'oversight',
  AppealUrged: 'oversight',
  AppealClosed: 'handling',
  AppealRated: 'handling',
  CallBackRecorded: 'handling',
  AppealReopened: 'oversight',
  AppealEnded: 'handling',
  CalendarReplaced: 'dates',
  ItemReplaced: 'dates',
}

/** What an event is about; `words` beside it where it carries something that was written. */
export function groupsOf(event: CaseEventLine): readonly EventGroup[] {
  const group = isEventType(event.type) ? GROUP_OF[event.type] : 'handling'
  return wordsOf(event).length > 0 ? [group, 'words'] : [group]
}

/** The lines that the filter lets through, in its order. */
export function filtered(events: readonly CaseEventLine[], filter: TimelineFilter): readonly CaseEventLine[] {
  const shown = events.filter(
    (event) =>
      groupsOf(event).some((group) => filter.groups.includes(group)) &&
      filter.who.includes(event.actor.kind) &&
      filter.audiences.includes(event.audience),
  )
  return filter.isNewestFirst ? shown.toReversed() : shown
}

/** The filter that an address carries (`?kind=words,papers&who=expert&for=staff&order=old`); what it does not name is as usual. */
export function filterOf(query: string): TimelineFilter {
  const params = new URLSearchParams(query)
  const chosen = <T extends string>(name: string, all: readonly T[], usual: readonly T[]): readonly T[] => {
    const named = params.get(name)?.split(',')
    return named === undefined ? usual : all.filter((each) => named.includes(each))
  }
  return {
    groups: chosen('kind', EVENT_GROUPS, PLAIN_FILTER.groups),
    who: chosen('who', WHO, PLAIN_FILTER.who),
    audiences: chosen('for', AUDIENCES, PLAIN_FILTER.audiences),
    isNewestFirst: params.get('order') !== 'old',
  }
}

/** The filter as an address carries it; '' for the usual one. */
export function queryOf(filter: TimelineFilter): string {
  const params = new URLSearchParams()
  if (!isSame(filter.groups, PLAIN_FILTER.groups)) params.set('kind', filter.groups.join(','))
  if (!isSame(filter.who, PLAIN_FILTER.who)) params.set('who', filter.who.join(','))
  if (!isSame(filter.audiences, PLAIN_FILTER.audiences)) params.set('for', filter.audiences.join(','))
  if (!filter.isNewestFirst) params.set('order', 'old')
  return params.toString().replaceAll('%2C', ',')
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each) => b.includes(each))
}
