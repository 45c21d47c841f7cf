import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { Recipient } from '../../domain/notices/notice.ts'
import { anOffice, type Office } from './office.ts'
import {
  ADMINISTRATOR,
  CLERK,
  EAST_SUPERVISOR,
  EXPERT,
  HEAD_OF_EDUCATION,
  LAKE_SUPERVISOR,
  LEAD,
  PROVINCE_SUPERVISOR,
  RECEPTION,
  SECOND_CLERK,
} from './people.ts'

let office: Office
beforeAll(async () => {
  office = await anOffice()
})
afterAll(() => office?.close())
beforeEach(() => office.sql.query('begin'))
afterEach(() => office.sql.query('rollback'))

async function hears(recipient: Recipient, day = '2026-03-05'): Promise<string[]> {
  const { rows } = await office.sql.query<{ who: string }>(
    `select recipient_kind || ' ' || recipient_id as who from notice_recipients($1::jsonb, $2::date) order by 1`,
    [JSON.stringify(recipient), day],
  )
  return rows.map((row) => row.who)
}

const staff = (...ids: string[]): string[] => ids.map((id) => `staff ${id}`)
const CLERKS: Recipient = { kind: 'role', role: 'clerk', window: RECEPTION }

describe('who hears a notice', () => {
  it('is the expert, or the person that is named', async () => {
    expect(await hears({ kind: 'expert', id: EXPERT })).toEqual([`expert ${EXPERT}`])
    expect(await hears({ kind: 'staff', id: CLERK })).toEqual(staff(CLERK))
  })

  it('is every clerk of a window, and its lead only when asked for', async () => {
    expect(await hears(CLERKS)).toEqual(staff(CLERK, SECOND_CLERK))
    expect(await hears({ kind: 'role', role: 'window-lead', window: RECEPTION })).toEqual(staff(LEAD))
  })

  it('is only who holds the role on that day of case time', async () => {
    await office.sql.query(
      `update membership set valid_from = '2026-03-06' where staff_id = '${CLERK}'; update membership set valid_to = '2026-03-05' where staff_id = '${SECOND_CLERK}'`,
    )
    expect(await hears(CLERKS, '2026-03-05')).toEqual(staff(SECOND_CLERK))
    expect(await hears(CLERKS, '2026-03-06')).toEqual(staff(CLERK))
  })

  it('is not an account that is closed', async () => {
    await office.sql.query(`update staff set active = false where id = '${CLERK}'`)
    expect(await hears(CLERKS)).toEqual(staff(SECOND_CLERK))
  })

  it('is also the substitute of who is away, on the days of the absence', async () => {
    await office.sql.query(
      `insert into absence (staff_id, substitute_id, from_day, to_day) values ('${CLERK}', '${LEAD}', '2026-03-05', '2026-03-06')`,
    )
    expect(await hears(CLERKS, '2026-03-04')).toEqual(staff(CLERK, SECOND_CLERK))
    expect(await hears(CLERKS, '2026-03-06')).toEqual(staff(CLERK, SECOND_CLERK, LEAD))
    expect(await hears({ kind: 'staff', id: CLERK }, '2026-03-05')).toEqual(staff(CLERK, LEAD))
    expect(await hears({ kind: 'staff', id: CLERK }, '2026-03-07')).toEqual(staff(CLERK))
  })

  it('is the head of the department at the station or, where it has none, the nearest above', async () => {
    const head: Recipient = { kind: 'role', role: 'department-head', window: 'dist-lake.education.schooling' }
    expect(await hears({ kind: 'role', role: 'department-head', window: 'city-east.education.schooling' })).toEqual(
      staff(HEAD_OF_EDUCATION),
    )
    expect(await hears(head)).toEqual(staff(HEAD_OF_EDUCATION))
    await office.sql.query(
      `insert into membership (staff_id, role, window_code, valid_from) values ('${LEAD}', 'department-head', 'dist-lake.education.schooling', '2020-01-01')`,
    )
    expect(await hears(head)).toEqual(staff(LEAD))
    expect(await hears({ kind: 'role', role: 'department-head', window: 'city-west.education.schooling' })).toEqual(
      staff(PROVINCE_SUPERVISOR),
    )
  })

  it('is the supervisor of the station or, where it has none, of the nearest above', async () => {
    expect(await hears({ kind: 'role', role: 'station-supervisor', station: 'dist-lake' })).toEqual(staff(LAKE_SUPERVISOR))
    expect(await hears({ kind: 'role', role: 'station-supervisor', station: 'dist-hill' })).toEqual(staff(EAST_SUPERVISOR))
    expect(await hears({ kind: 'role', role: 'station-supervisor', station: 'dist-port' })).toEqual(staff(PROVINCE_SUPERVISOR))
    expect(await hears({ kind: 'role', role: 'province-supervisor' })).toEqual(staff(PROVINCE_SUPERVISOR))
  })

  it('goes up step by step where nobody holds the role, and is never nobody', async () => {
    const without = (role: string): Promise<unknown> => office.sql.query(`delete from membership where role = $1`, [role])
    await without('clerk')
    expect(await hears(CLERKS)).toEqual(staff(LEAD))
    await without('window-lead')
    expect(await hears(CLERKS)).toEqual(staff(LAKE_SUPERVISOR))
    await office.sql.query(`delete from membership where station_code = 'dist-lake'`)
    expect(await hears(CLERKS)).toEqual(staff(EAST_SUPERVISOR))
    await without('station-supervisor')
    expect(await hears(CLERKS)).toEqual(staff(PROVINCE_SUPERVISOR))
    await without('province-supervisor')
    expect(await hears(CLERKS)).toEqual(staff(ADMINISTRATOR))
    await without('administrator')
    expect(await hears(CLERKS)).toEqual(['role clerk'])
  })
})

describe('the outbox of an appeal', () => {
  it('holds one row for each event, kind and person, written with the event', async () => {
    await office.sql.query('rollback')
    const state = await office.file({ expert: EXPERT })
    const { rows } = await office.sql.query(
      `select seq, kind, recipient_kind, recipient_id, status, not_before from notice where case_id = $1 order by seq, kind, recipient_id`,
      [state.start.caseId],
    )
    expect(rows).toEqual([
      {
        seq: 1,
        kind: 'received',
        recipient_kind: 'expert',
        recipient_id: EXPERT,
        status: 'queued',
        not_before: new Date('2026-03-05T02:00:00Z'),
      },
      {
        seq: 4,
        kind: 'dispatched',
        recipient_kind: 'staff',
        recipient_id: CLERK,
        status: 'queued',
        not_before: new Date('2026-03-05T02:00:00Z'),
      },
      {
        seq: 4,
        kind: 'dispatched',
        recipient_kind: 'staff',
        recipient_id: SECOND_CLERK,
        status: 'queued',
        not_before: new Date('2026-03-05T02:00:00Z'),
      },
    ])
    await expect(
      office.sql.query(
        `insert into notice (case_id, seq, at, kind, recipient_kind, recipient_id, params, not_before) values ($1, 1, now(), 'received', 'expert', $2, '{}', now())`,
        [state.start.caseId, EXPERT],
      ),
    ).rejects.toThrow('notice_case_id_seq_kind_recipient_kind_recipient_id_key')
    await office.sql.query('begin')
  })
})
