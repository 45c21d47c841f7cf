import type { Appeal, Clock } from '../../http/shapes/appeal.ts'

/** What an appeal asks of its expert now. */
export type Asked = 'answer' | 'supplement' | 'rate'

export interface AskedOf {
  readonly asked: Asked
  /** Until when, ISO 8601; null where no clock of the expert runs. */
  readonly until: string | null
}

/** What is asked of the expert first: an answer, then papers, then a rating; null for nothing. Papers are asked for while their clock runs. */
export function askedOf(appeal: Pick<Appeal, 'actions' | 'clocks'>): AskedOf | null {
  const may = (kind: string): boolean => appeal.actions.some((action) => action.kind === kind)
  const running = (kind: Clock['kind']): Clock | undefined =>
    appeal.clocks.find((clock) => clock.kind === kind && clock.stoppedAt === null && !clock.expired)
  if (may('AnswerQuestion')) return { asked: 'answer', until: running('answer')?.dueAt ?? null }
  const cure = running('cure')
  if (may('SupplementAppeal') && cure !== undefined) return { asked: 'supplement', until: cure.dueAt }
  if (may('RateAppeal')) return { asked: 'rate', until: null }
  return null
}

export interface Grouped<A> {
  /** An answer or papers are wanted; the earliest date first. */
  readonly asked: readonly A[]
  readonly open: readonly A[]
  readonly closed: readonly A[]
}

/** The appeals as the expert looks for them; within open and closed they stay in the order of the answer. */
export function grouped<A extends Pick<Appeal, 'actions' | 'clocks' | 'status'>>(appeals: readonly A[]): Grouped<A> {
  const isUrgent = (appeal: A): boolean => ['answer', 'supplement'].includes(askedOf(appeal)?.asked ?? '')
  const rest = appeals.filter((appeal) => !isUrgent(appeal))
  return {
    asked: appeals.filter(isUrgent).sort((a, b) => dateOf(a) - dateOf(b)),
    open: rest.filter((appeal) => appeal.status === 'open' || appeal.status === 'new'),
    closed: rest.filter((appeal) => appeal.status !== 'open' && appeal.status !== 'new'),
  }
}

function dateOf(appeal: Pick<Appeal, 'actions' | 'clocks'>): number {
  const until = askedOf(appeal)?.until ?? null
  return until === null ? Number.MAX_SAFE_INTEGER : Date.parse(until)
}
