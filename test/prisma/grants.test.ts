import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { createPeopleReader, type PeopleReader } from '../../prisma/readers/people-reader.ts'
import { anOffice, type Office } from './office.ts'
import {
  ADMINISTRATOR,
  CLERK,
  EAST_SUPERVISOR,
  HEAD_OF_EDUCATION,
  LEAD,
  PROVINCE_SUPERVISOR,
  RECEPTION,
  SCHOOLING,
  SECOND_CLERK,
} from './people.ts'

let office: Office
let people: PeopleReader
beforeAll(async () => {
  office = await anOffice()
  people = createPeopleReader(office.db)
})
afterAll(() => office?.close())
afterEach(async () => {
  await office.sql.query(`delete from absence; delete from membership where valid_from > '2020-01-01'; update staff set active = true`)
})

const DAY = '2026-03-05'
const EAST = ['city-east', 'dist-hill', 'dist-lake']

describe('what a staff member may act as', () => {
  it('is for a clerk the windows they hold, and filings for the station of these and those below', async () => {
    await office.sql.query(
      `insert into membership (staff_id, role, window_code, valid_from) values ('${CLERK}', 'clerk', '${SCHOOLING}', '2026-03-01')`,
    )
    expect(await people.grantsOf(CLERK, DAY)).toEqual([{ role: 'clerk', actingFor: null, windows: [SCHOOLING, RECEPTION], stations: EAST }])
    expect(await people.grantsOf(SECOND_CLERK, DAY)).toEqual([
      { role: 'clerk', actingFor: null, windows: [RECEPTION], stations: ['dist-lake'] },
    ])
  })

  it('begins and ends with the days of the membership', async () => {
    await office.sql.query(
      `insert into membership (staff_id, role, window_code, valid_from, valid_to) values ('${SECOND_CLERK}', 'clerk', '${SCHOOLING}', '2026-03-05', '2026-03-06')`,
    )
    const windows = async (day: string): Promise<readonly string[] | undefined> => (await people.grantsOf(SECOND_CLERK, day))[0]?.windows
    expect(await windows('2026-03-04')).toEqual([RECEPTION])
    expect(await windows('2026-03-05')).toEqual([SCHOOLING, RECEPTION])
    expect(await windows('2026-03-06')).toEqual([SCHOOLING, RECEPTION])
    expect(await windows('2026-03-07')).toEqual([RECEPTION])
  })

  it('is for a department head every window of the department at the station and below, and none of another', async () => {
    expect(await people.grantsOf(HEAD_OF_EDUCATION, DAY)).toEqual([
      {
        role: 'department-head',
        actingFor: null,
        windows: ['city-east.education.schooling', 'dist-lake.education.schooling'],
        stations: [],
      },
    ])
  })

  it('is for supervisors their station and those below, for that of the province all', async () => {
    expect(await people.grantsOf(EAST_SUPERVISOR, DAY)).toEqual([
      { role: 'station-supervisor', actingFor: null, windows: [], stations: EAST },
    ])
    expect(await people.grantsOf(PROVINCE_SUPERVISOR, DAY)).toEqual([
      {
        role: 'province-supervisor',
        actingFor: null,
        windows: [],
        stations: ['city-east', 'city-west', 'dist-hill', 'dist-lake', 'dist-port', 'prov'],
      },
    ])
    expect(await people.grantsOf(ADMINISTRATOR, DAY)).toEqual([{ role: 'administrator', actingFor: null, windows: [], stations: [] }])
  })

  it('is also what an absent colleague may, marked as such, on the days of the absence', async () => {
    await office.sql.query(
      `insert into absence (staff_id, substitute_id, from_day, to_day) values ('${CLERK}', '${LEAD}', '2026-03-05', '2026-03-05')`,
    )
    const own = { role: 'window-lead', actingFor: null, windows: [RECEPTION], stations: ['dist-lake'] }
    expect(await people.grantsOf(LEAD, '2026-03-04')).toEqual([own])
    expect(await people.grantsOf(LEAD, DAY)).toEqual([
      own,
      { role: 'clerk', actingFor: CLERK, windows: [RECEPTION], stations: ['dist-lake'] },
    ])
  })

  it('is not lent on by a substitute, and administration is not lent at all', async () => {
    await office.sql.query(`insert into absence (staff_id, substitute_id, from_day, to_day) values
      ('${CLERK}', '${LEAD}', '2026-03-05', '2026-03-05'), ('${LEAD}', '${SECOND_CLERK}', '2026-03-05', '2026-03-05'), ('${ADMINISTRATOR}', '${SECOND_CLERK}', '2026-03-05', '2026-03-05')`)
    expect((await people.grantsOf(SECOND_CLERK, DAY)).map((grant) => [grant.role, grant.actingFor])).toEqual([
      ['clerk', null],
      ['window-lead', LEAD],
    ])
  })

  it('is nothing once the account is closed', async () => {
    await office.sql.query(`update staff set active = false where id = '${CLERK}'`)
    expect(await people.grantsOf(CLERK, DAY)).toEqual([])
  })

  it('tells who works at a window that day', async () => {
    expect((await people.staffOfWindow(RECEPTION, DAY)).map((person) => person.username)).toEqual(['clerk', 'lead', 'second'])
    await office.sql.query(`update staff set active = false where id = '${CLERK}'`)
    expect((await people.staffOfWindow(RECEPTION, DAY)).map((person) => person.username)).toEqual(['lead', 'second'])
    expect(await people.staffOfWindow(RECEPTION, '2019-12-31')).toEqual([])
  })
})
