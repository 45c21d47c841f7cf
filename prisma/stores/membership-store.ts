import type { LocalDate } from '../../domain/clocks/types.ts'
import { STAFF_ROLES, type StaffRole } from '../../domain/people/roles.ts'
import type { Database } from '../database.ts'
import type { Absence, Membership } from '../generated/client.ts'
import { dateOf, dayOf } from '../instants.ts'
import { type Written, written } from './people-store.ts'

/**
 * A role of a staff member: clerk, window-lead and department-head at a window; liaison and
 * station-supervisor at a station; the others at neither. Days of case time, both included.
 */
export interface MembershipRow {
  readonly id: string
  readonly staffId: string
  readonly role: StaffRole
  readonly window: string | null
  readonly station: string | null
  readonly validFrom: LocalDate
  readonly validTo: LocalDate | null
}

export interface AbsenceRow {
  readonly id: string
  readonly staffId: string
  readonly substituteId: string
  readonly fromDay: LocalDate
  readonly toDay: LocalDate
}

export interface MembershipStore {
  /** `taken`: the person holds the role there from that day already. A place that does not fit the role is an error of the caller. */
  add(membership: Omit<MembershipRow, 'id'>): Promise<Written<MembershipRow>>
  /** Moves the first or last day; a role taken away ends with the day before today. */
  setDays(id: string, days: { readonly validFrom?: LocalDate; readonly validTo?: LocalDate | null }): Promise<Written<MembershipRow>>
  list(filter: { readonly staffId?: string; readonly window?: string; readonly station?: string }): Promise<readonly MembershipRow[]>
  byId(id: string): Promise<MembershipRow | null>
  addAbsence(absence: Omit<AbsenceRow, 'id'>): Promise<Written<AbsenceRow>>
  endAbsence(id: string, toDay: LocalDate): Promise<Written<AbsenceRow>>
  absencesOf(staffId: string): Promise<readonly AbsenceRow[]>
  absenceById(id: string): Promise<AbsenceRow | null>
}

export function createMembershipStore(db: Database): MembershipStore {
  return {
    add: ({ staffId, role, window, station, validFrom, validTo }) =>
      written(async () =>
        rowOf(
          await db.membership.create({
            data: {
              staffId,
              role,
              windowCode: window,
              stationCode: station,
              validFrom: dateOf(validFrom),
              validTo: validTo === null ? null : dateOf(validTo),
            },
          }),
        ),
      ),
    setDays: (id, { validFrom, validTo }) =>
      written(async () =>
        rowOf(
          await db.membership.update({
            where: { id },
            data: {
              ...(validFrom === undefined ? {} : { validFrom: dateOf(validFrom) }),
              ...(validTo === undefined ? {} : { validTo: validTo === null ? null : dateOf(validTo) }),
            },
          }),
        ),
      ),
    list: async ({ staffId, window, station }) => {
      const where = {
        ...(staffId === undefined ? {} : { staffId }),
        ...(window === undefined ? {} : { windowCode: window }),
        ...(station === undefined ? {} : { stationCode: station }),
      }
      return (await db.membership.findMany({ where, orderBy: [{ validFrom: 'asc' }, { id: 'asc' }] })).map(rowOf)
    },
    byId: async (id) => {
      const row = await db.membership.findUnique({ where: { id } })
      return row ? rowOf(row) : null
    },
    addAbsence: ({ staffId, substituteId, fromDay, toDay }) =>
      written(async () =>
        absenceOf(await db.absence.create({ data: { staffId, substituteId, fromDay: dateOf(fromDay), toDay: dateOf(toDay) } })),
      ),
    endAbsence: (id, toDay) => written(async () => absenceOf(await db.absence.update({ where: { id }, data: { toDay: dateOf(toDay) } }))),
    absencesOf: async (staffId) => (await db.absence.findMany({ where: { staffId }, orderBy: { fromDay: 'asc' } })).map(absenceOf),
    absenceById: async (id) => {
      const row = await db.absence.findUnique({ where: { id } })
      return row ? absenceOf(row) : null
    },
  }
}

function rowOf(row: Membership): MembershipRow {
  const role = STAFF_ROLES.find((known) => known === row.role)
  if (!role) throw new Error(`membership ${row.id} has the unknown role ${row.role}`)
  return {
    id: row.id,
    staffId: row.staffId,
    role,
    window: row.windowCode,
    station: row.stationCode,
    validFrom: dayOf(row.validFrom),
    validTo: row.validTo === null ? null : dayOf(row.validTo),
  }
}

function absenceOf(row: Absence): AbsenceRow {
  return { id: row.id, staffId: row.staffId, substituteId: row.substituteId, fromDay: dayOf(row.fromDay), toDay: dayOf(row.toDay) }
}
