import type { CaseEventLine } from '../../http/shapes/case.ts'

/** Something that was begun and ended: a pause, an extension, an order, each with the lines of the history that tell of it. */
export interface CaseRecord {
  readonly key: string
  readonly began: CaseEventLine
  /** Null while it is open. */
  readonly ended: CaseEventLine | null
}

export interface CaseRecords {
  readonly pauses: readonly CaseRecord[]
  readonly extensions: readonly CaseRecord[]
  readonly orders: readonly CaseRecord[]
  readonly notes: readonly CaseEventLine[]
}

/** Pauses, extensions, orders and notes of an appeal, from its history as the reader sees it. */
export function recordsOf(events: readonly CaseEventLine[]): CaseRecords {
  return {
    pauses: paired(events, 'TaskPaused', ['TaskResumed'], 'pauseId'),
    extensions: [
      ...paired(events, 'ExtensionRequested', ['ExtensionDecided'], 'requestId'),
      ...events
        .filter(({ type }) => type === 'ExtensionAskedLate')
        .map((event) => ({ key: `late-${event.seq}`, began: event, ended: event })),
    ],
    orders: paired(events, 'OrderIssued', ['OrderAnswered'], 'orderId'),
    notes: events.filter(({ data }) => typeof data['note'] === 'string' && data['note'] !== ''),
  }
}

function paired(events: readonly CaseEventLine[], began: string, ends: readonly string[], id: string): readonly CaseRecord[] {
  return events
    .filter(({ type }) => type === began)
    .map((event) => ({
      key: `${began}-${event.seq}`,
      began: event,
      ended: events.find(({ type, data, seq }) => seq > event.seq && ends.includes(type) && data[id] === event.data[id]) ?? null,
    }))
}
