/** What an appeal of the demo may show, each read from the API's own answer about it. */
export const WANTS = [
  'fresh',
  'claimed',
  'waiting-question',
  'waiting-materials',
  'waiting-art45',
  'yellow',
  'red',
  'late-promised',
  'late-legal',
  'returned',
  'arbitration',
  'extension-pending',
  'settled',
  'partly-settled',
  'explained',
  'withdrawn',
  'lapsed',
  'not-accepted',
  'rated',
  'co-consent',
  'co-objection',
  'co-tacit',
  'provisional',
  'deemed',
] as const
export type Want = (typeof WANTS)[number]

/** As much as is asked of an appeal's detail (GET /api/appeals/:number, as a supervisor sees it) and its history. */
export interface Seen {
  readonly status: string
  readonly colour: string
  readonly result: string | null
  readonly rating: number | null
  readonly tasks: readonly { readonly role: string; readonly status: string; readonly opinion: string | null }[]
  readonly clocks: readonly { readonly kind: string; readonly expired: boolean; readonly stoppedAt: string | null }[]
  readonly pending: {
    readonly pause: { readonly reason: string } | null
    readonly question: unknown
    readonly extensionRequest: unknown
    readonly arbitration: unknown
  }
  readonly events: readonly { readonly type: string; readonly data: Readonly<Record<string, unknown>> }[]
}

const WAITS_FOR_EXPERT: ReadonlySet<string> = new Set(['awaiting-materials', 'awaiting-expert-decision'])

const hasLead = (seen: Seen, status: string): boolean => seen.tasks.some((task) => task.role === 'lead' && task.status === status)
const hasOpinion = (seen: Seen, opinion: string): boolean => seen.tasks.some((task) => task.opinion === opinion)
const closedAs =
  (result: string) =>
  (seen: Seen): boolean =>
    seen.status !== 'open' && seen.result === result
const isLate = (seen: Seen, kind: string): boolean =>
  seen.clocks.some((clock) => clock.kind === kind && clock.expired && clock.stoppedAt === null)
const acceptedBy = (seen: Seen, mode: string): boolean =>
  seen.events.some((event) => event.type === 'AppealAccepted' && event.data['mode'] === mode)

const SHOWS: Readonly<Record<Want, (seen: Seen) => boolean>> = {
  fresh: (seen) => seen.status === 'open' && hasLead(seen, 'dispatched'),
  claimed: (seen) => seen.status === 'open' && hasLead(seen, 'claimed'),
  'waiting-question': (seen) => seen.pending.question !== null && hasLead(seen, 'waiting'),
  'waiting-materials': (seen) => seen.pending.pause?.reason === 'awaiting-materials',
  'waiting-art45': (seen) => seen.pending.pause !== null && !WAITS_FOR_EXPERT.has(seen.pending.pause.reason),
  yellow: (seen) => seen.status === 'open' && seen.colour === 'yellow',
  red: (seen) => seen.status === 'open' && seen.colour === 'red',
  'late-promised': (seen) => isLate(seen, 'promised'),
  'late-legal': (seen) => isLate(seen, 'legal'),
  returned: (seen) => seen.status === 'open' && hasLead(seen, 'returned'),
  arbitration: (seen) => seen.pending.arbitration !== null,
  'extension-pending': (seen) => seen.pending.extensionRequest !== null,
  settled: closedAs('settled'),
  'partly-settled': closedAs('partly-settled'),
  explained: closedAs('explained'),
  withdrawn: closedAs('withdrawn'),
  lapsed: closedAs('lapsed'),
  'not-accepted': closedAs('not-accepted'),
  rated: (seen) => seen.rating !== null,
  'co-consent': (seen) => hasOpinion(seen, 'consent'),
  'co-objection': (seen) => hasOpinion(seen, 'objection'),
  'co-tacit': (seen) => hasOpinion(seen, 'tacit'),
  provisional: (seen) => acceptedBy(seen, 'provisional'),
  deemed: (seen) => acceptedBy(seen, 'deemed'),
}

/** Whether an appeal shows a state. */
export function shows(want: Want, seen: Seen): boolean {
  return SHOWS[want](seen)
}
