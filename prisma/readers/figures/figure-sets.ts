import { assertNever } from '../../../domain/assert-never.ts'
import { AGE_DAYS, type Age, type Figure } from '../../../domain/figures/figures.ts'
import type { Instant } from '../../../domain/clocks/types.ts'
import { Prisma } from '../../generated/client.ts'

/** What the sets of figures depend on beside the rows; all instants are case time. */
export interface FigureTime {
  readonly now: Instant
  /** End of the present day in the zone of the offices. */
  readonly dayEnd: Instant
  /** By calendar: the stations that keep it, and the end of the third working day after today. */
  readonly soon: readonly { readonly stations: readonly string[]; readonly until: Instant }[]
}

/** Facts about an appeal that stand in other tables; few appeals have one, so each has an index of its own. */
export const MARKS = [
  'unsigned',
  'extensionAwaited',
  'arbitrationAwaited',
  'extensionLate',
  'pauseSuspicious',
  'returned',
  'signLate',
  'neverSigned',
  'dateMissed',
  'extended',
] as const
export type Mark = (typeof MARKS)[number]

/** The appeals with a mark, as `select <caseId> from …`, with further conditions. A literal stands where an index has a condition. */
export function markedCases(mark: Mark, { now }: FigureTime, and: Prisma.Sql = Prisma.empty): Prisma.Sql {
  const at = new Date(now)
  switch (mark) {
    case 'unsigned':
      return Prisma.sql`select m.case_id from clock m where m.kind = 'sign' and m.stopped_at is null and m.due_at < ${at} ${and}`
    case 'extensionAwaited':
      return Prisma.sql`select m.case_id from clock m where m.stopped_at is null and m.scope_kind in ('extension-request', 'arbitration') and m.scope_kind = 'extension-request' ${and}`
    case 'arbitrationAwaited':
      return Prisma.sql`select m.case_id from clock m where m.stopped_at is null and m.scope_kind in ('extension-request', 'arbitration') and m.scope_kind = 'arbitration' ${and}`
    case 'extensionLate':
      return Prisma.sql`select m.case_id from case_event m where m.type = 'ExtensionAskedLate' ${and}`
    case 'pauseSuspicious':
      return Prisma.sql`select m.case_id from case_event m where m.type = 'TaskResumed' and m.body like '%"suspicious":true%' ${and}`
    case 'returned':
      return Prisma.sql`select m.case_id from task m where m.status = 'returned' ${and}`
    case 'signLate':
      return Prisma.sql`
        select m.case_id from clock m where m.kind = 'sign' and m.stopped_at > m.due_at and m.scope_id like '%-t1' ${and}
        union all
        select m.case_id from clock m where m.kind = 'sign' and m.stopped_at is null and m.due_at < ${at} and m.scope_id like '%-t1' ${and}`
    case 'neverSigned':
      return Prisma.sql`select m.case_id from task m where m.signed_at is null and m.task_id like '%-t1' ${and}`
    case 'dateMissed':
      return Prisma.sql`select m.case_id from clock m where m.kind in ('legal', 'promised') and m.stopped_at > m.due_at ${and}`
    case 'extended':
      return Prisma.sql`select m.case_id from clock m where (m.facts -> 'extensions') <> '[]'::jsonb ${and}`
    default:
      return assertNever(mark)
  }
}

/** A figure as a condition on `appeal a` within the open, received or closed appeals; `has` says how a mark is looked up. */
export function figureSql(figure: Figure, time: FigureTime, has: (mark: Mark) => Prisma.Sql): Prisma.Sql {
  const now = new Date(time.now)
  const dayEnd = new Date(time.dayEnd)
  switch (figure) {
    case 'open':
    case 'received':
    case 'closed':
    case 'held':
    case 'held-overdue':
      return Prisma.sql`true`
    case 'overdue':
      return Prisma.sql`a.due_at < ${now}`
    case 'due-today':
      return Prisma.sql`(a.due_at >= ${now} and a.due_at <= ${dayEnd})`
    case 'due-soon':
      return Prisma.sql`(a.due_at > ${dayEnd} and (${soonSql(time)}))`
    case 'unsigned':
      return has('unsigned')
    case 'yellow':
      return Prisma.sql`a.colour = 'yellow'`
    case 'red':
      return Prisma.sql`a.colour = 'red'`
    case 'paused':
      return Prisma.sql`a.paused`
    case 'extension-awaited':
      return has('extensionAwaited')
    case 'arbitration-awaited':
      return has('arbitrationAwaited')
    case 'extension-late':
      return has('extensionLate')
    case 'pause-suspicious':
      return has('pauseSuspicious')
    case 'returned':
      return has('returned')
    case 'response-due':
      return Prisma.sql`(${has('signLate')} or not ${has('neverSigned')})`
    case 'responded':
      return Prisma.sql`(not ${has('signLate')} and not ${has('neverSigned')})`
    case 'handled':
      return HANDLED
    case 'on-time':
      return Prisma.sql`(${HANDLED} and not ${has('dateMissed')})`
    case 'extended':
      return Prisma.sql`(${HANDLED} and ${has('extended')})`
    case 'decided':
      return Prisma.sql`a.result not in ('withdrawn', 'lapsed', 'not-accepted')`
    case 'solved':
      return Prisma.sql`a.result in ('settled', 'partly-settled')`
    case 'rated':
      return Prisma.sql`a.rating is not null`
    case 'satisfied':
      return Prisma.sql`a.rating >= 3`
    default:
      return assertNever(figure)
  }
}

const HANDLED = Prisma.sql`a.result not in ('withdrawn', 'lapsed')`

function soonSql({ soon }: FigureTime): Prisma.Sql {
  if (soon.length === 0) return Prisma.sql`false`
  return Prisma.join(
    soon.map(({ stations, until }) => Prisma.sql`(a.due_at <= ${new Date(until)} and a.station = any (${[...stations]}::text[]))`),
    ' or ',
  )
}

/** Received so many days ago, by the 24 hours. */
export function ageSql(age: Age, now: Instant): Prisma.Sql {
  const { fromDays, toDays } = AGE_DAYS[age]
  const before = (days: number): Date => new Date(now - days * 86_400_000)
  const oldest = toDays === null ? Prisma.sql`true` : Prisma.sql`a.received_at > ${before(toDays)}`
  return fromDays === 0 ? oldest : Prisma.sql`(a.received_at <= ${before(fromDays)} and ${oldest})`
}
