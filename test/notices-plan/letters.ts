import type { Notice, Recipient } from '../../domain/notices/notice.ts'
import { clerkOf, shown } from '../case/builders.ts'
import { filed, type Office } from '../case/office.ts'

export const RECEPTION = 'dist-lake.general.reception'
export const SCHOOLING = 'dist-lake.education.schooling'

/** To whom the last command writes what. */
export function written(office: Office): readonly string[] {
  return office.lastNotices.map((notice) => `${notice.kind} to ${named(notice.recipient)}`)
}

export function named(recipient: Recipient): string {
  if (recipient.kind === 'expert') return 'the expert'
  if (recipient.kind === 'staff') return recipient.id
  return `${recipient.role}${'window' in recipient ? ` of ${recipient.window}` : 'station' in recipient ? ` of ${recipient.station}` : ''}`
}

export function only(office: Office, kind: Notice['kind']): Notice {
  const [notice, ...more] = office.lastNotices.filter((each) => each.kind === kind)
  if (!notice || more.length > 0) throw new Error(`${more.length + (notice ? 1 : 0)} notices ${kind}`)
  return notice
}

export function dues(notice: Notice): Readonly<Record<string, string | null>> {
  return Object.fromEntries(notice.params.dues.map((due) => [due.clock, shown(due.at)]))
}

/** Accepted on Monday 2 March at 10:00, claimed by a clerk of the school window; stage due on the 12th, promised on the 16th. */
export function atSchooling(): Office {
  const office = filed().complete('2026-03-02 10:00', 'accept')
  office.give('2026-03-02 11:00', clerkOf(SCHOOLING), 'ClaimTask', office.onLead)
  return office
}
