import type { Audience } from '../../domain/case/audience.ts'
import type { CaseEvent, EventType } from '../../domain/case/event.ts'

/** Free texts of each event and who may read them; internal notes are never the expert's. */
export const EVENT_TEXTS: Readonly<Partial<Record<EventType, Readonly<Record<string, Audience>>>>> = {
  AppealAccepted: { note: 'staff' },
  TaskDispatched: { note: 'staff' },
  TaskCompleted: { reply: 'expert', note: 'staff' },
  TaskReturned: { note: 'staff', evidence: 'staff' },
  TaskReferred: { note: 'staff' },
  TaskReassigned: { reason: 'staff' },
  CommentAdded: { note: 'staff' },
  TaskPaused: { note: 'staff' },
  TaskResumed: { note: 'staff' },
  QuestionAsked: { question: 'expert' },
  QuestionAnswered: { answer: 'expert' },
  // The notice (一次性告知) is a text for the expert: its note goes out with the mail.
  DeficiencyNoticeIssued: { note: 'expert' },
  MaterialsSupplemented: { note: 'expert' },
  CoHandlingRequested: { note: 'staff' },
  ConsentGiven: { note: 'staff' },
  ObjectionRaised: { reasons: 'staff' },
  ExtensionRequested: { note: 'staff' },
  ExtensionDecided: { note: 'staff' },
  ExtensionAskedLate: { note: 'staff' },
  ArbitrationDecided: { note: 'staff' },
  OrderIssued: { note: 'staff' },
  OrderAnswered: { answer: 'staff' },
  AppealUrged: { note: 'expert' },
  AppealClosed: { reply: 'expert', officeInCharge: 'expert' },
  AppealRated: { note: 'expert' },
  CallBackRecorded: { note: 'staff' },
  AppealReopened: { reason: 'staff' },
}

const RANK: Readonly<Record<Audience, number>> = { expert: 0, staff: 1, supervisor: 2 }

/** True if a reader of that circle may read what is meant for that audience. */
export function mayRead(circle: Audience, audience: Audience): boolean {
  return RANK[circle] >= RANK[audience]
}

export interface TextEntry {
  readonly event: CaseEvent
  readonly field: string
  readonly text: string
}

/** The free texts of the events that a reader may see, oldest first. */
export function textEntries(events: readonly CaseEvent[], texts: ReadonlyMap<string, string>, circle: Audience): TextEntry[] {
  return events.flatMap((event) =>
    Object.entries(EVENT_TEXTS[event.type] ?? {}).flatMap(([field, audience]) => {
      const text = mayRead(circle, audience) ? textOf(event, field, texts) : null
      return text === null ? [] : [{ event, field, text }]
    }),
  )
}

/** The body of one free text of an event; null where it has none. */
export function textOf(event: CaseEvent, field: string, texts: ReadonlyMap<string, string>): string | null {
  const value: unknown = Object.entries(event.data).find(([name]) => name === field)?.[1]
  if (typeof value !== 'object' || value === null || !('id' in value) || typeof value.id !== 'string') return null
  return texts.get(value.id) ?? null
}
