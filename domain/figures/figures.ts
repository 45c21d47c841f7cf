/**
 * The figures that offices are judged by (domain rules in docs/figures.md). Each is a set of appeals: a number
 * on the board is the size of the set, and the list behind it is the set.
 */

/** Sets among the appeals that are open now. */
export const PRESENT_FIGURES = [
  'open',
  'overdue',
  'due-today',
  'due-soon',
  'unsigned',
  'yellow',
  'red',
  'paused',
  'extension-awaited',
  'arbitration-awaited',
  'extension-late',
  'pause-suspicious',
] as const
export type PresentFigure = (typeof PRESENT_FIGURES)[number]

/** Sets among the appeals that were received in a month. */
export const RECEIVED_FIGURES = ['received', 'returned', 'response-due', 'responded'] as const
/** Sets among the appeals that were closed in a month and are closed. */
export const CLOSED_FIGURES = ['closed', 'handled', 'on-time', 'extended', 'decided', 'solved', 'rated', 'satisfied'] as const
export type ReceivedFigure = (typeof RECEIVED_FIGURES)[number]
export type ClosedFigure = (typeof CLOSED_FIGURES)[number]
export type MonthFigure = ReceivedFigure | ClosedFigure

/** Sets of open appeals on which one person has an open task. */
export const PERSON_FIGURES = ['held', 'held-overdue'] as const
export type PersonFigure = (typeof PERSON_FIGURES)[number]

export const FIGURES = [...PRESENT_FIGURES, ...RECEIVED_FIGURES, ...CLOSED_FIGURES, ...PERSON_FIGURES] as const
export type Figure = (typeof FIGURES)[number]

export function isMonthFigure(figure: Figure): figure is MonthFigure {
  return isReceivedFigure(figure) || isClosedFigure(figure)
}

export function isReceivedFigure(figure: Figure): figure is ReceivedFigure {
  return (RECEIVED_FIGURES as readonly string[]).includes(figure)
}

export function isClosedFigure(figure: Figure): figure is ClosedFigure {
  return (CLOSED_FIGURES as readonly string[]).includes(figure)
}

export function isPersonFigure(figure: Figure): figure is PersonFigure {
  return (PERSON_FIGURES as readonly string[]).includes(figure)
}

/** Rates: how many of one set belong to the other, month by month. */
export const RATES = ['on-time', 'first-return', 'extension', 'response', 'solution', 'satisfaction'] as const
export type Rate = (typeof RATES)[number]

export const RATE_SETS: Readonly<Record<Rate, { readonly of: MonthFigure; readonly share: MonthFigure }>> = {
  'on-time': { of: 'handled', share: 'on-time' },
  'first-return': { of: 'received', share: 'returned' },
  extension: { of: 'handled', share: 'extended' },
  response: { of: 'response-due', share: 'responded' },
  solution: { of: 'decided', share: 'solved' },
  satisfaction: { of: 'rated', share: 'satisfied' },
}

/** Days since receipt, by the 24 hours: from `fromDays` on, before `toDays`. */
export const AGES = ['0-2', '3-5', '6-10', '11-20', '21-40', '41-'] as const
export type Age = (typeof AGES)[number]

export const AGE_DAYS: Readonly<Record<Age, { readonly fromDays: number; readonly toDays: number | null }>> = {
  '0-2': { fromDays: 0, toDays: 3 },
  '3-5': { fromDays: 3, toDays: 6 },
  '6-10': { fromDays: 6, toDays: 11 },
  '11-20': { fromDays: 11, toDays: 21 },
  '21-40': { fromDays: 21, toDays: 41 },
  '41-': { fromDays: 41, toDays: null },
}
