import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createOfficesReader } from '../../prisma/readers/offices-reader.ts'
import { createPeopleReader } from '../../prisma/readers/people-reader.ts'
import { createCatalogStore } from '../../prisma/stores/catalog-store.ts'
import { createMembershipStore } from '../../prisma/stores/membership-store.ts'
import { createPeopleStore, type NewExpert, type NewStaff } from '../../prisma/stores/people-store.ts'
import { createWindowStore } from '../../prisma/stores/window-store.ts'
import { anOffice, type Office } from './office.ts'
import { CLERK, LEAD, RECEPTION } from './people.ts'

let office: Office
beforeAll(async () => {
  office = await anOffice()
})
afterAll(() => office?.close())

const WANG: NewStaff = { username: 'Wang.Fang', name: '王芳', email: 'wang@offices.example', language: 'zh', passwordHash: 'hash' }
const BERG: NewExpert = {
  name: 'Anna Berg',
  email: 'Anna.Berg@experts.example',
  language: 'en',
  tier: 'B',
  station: 'dist-hill',
  employer: 'Hill Institute',
  leaderContact: null,
  liaison: null,
}
const NOBODY = '99999999-0000-4000-8000-000000000000'

describe('the people of the offices', () => {
  it('are known by user name in any case of letters, and a name is given once', async () => {
    const store = createPeopleStore(office.db)
    const people = createPeopleReader(office.db)
    const made = await store.createStaff(WANG)
    if (made.kind !== 'written') throw new Error(made.kind)
    expect(made.row).toEqual({
      id: made.row.id,
      username: 'Wang.Fang',
      name: '王芳',
      email: 'wang@offices.example',
      language: 'zh',
      active: true,
    })
    expect(await people.staffByUsername('wang.fang ')).toEqual({ ...made.row, passwordHash: 'hash' })
    expect(await people.staffByUsername('wang')).toBeNull()
    expect(await store.createStaff({ ...WANG, username: 'WANG.FANG' })).toEqual({ kind: 'taken' })
    expect(await store.updateStaff(made.row.id, { active: false, name: '王芳芳' })).toEqual({
      kind: 'written',
      row: { ...made.row, active: false, name: '王芳芳' },
    })
    expect(await store.updateStaff(NOBODY, { active: false })).toEqual({ kind: 'unknown' })
  })

  it('are experts by e-mail, until their account is closed', async () => {
    const store = createPeopleStore(office.db)
    const people = createPeopleReader(office.db)
    const made = await store.createExpert(BERG)
    if (made.kind !== 'written') throw new Error(made.kind)
    expect(made.row).toEqual({ id: made.row.id, ...BERG })
    expect(await people.expertByEmail('anna.berg@EXPERTS.example')).toEqual(made.row)
    expect((await people.findExperts('anna', ['dist-hill'], 10)).map((expert) => expert.id)).toEqual([made.row.id])
    expect(await people.findExperts('anna', ['dist-lake'], 10)).toEqual([])
    expect(await people.findExperts('%', 'all', 10)).toEqual([])
    expect(await store.createExpert({ ...BERG, email: 'anna.berg@experts.example' })).toEqual({ kind: 'taken' })
    expect(await store.createExpert({ ...BERG, email: 'other@experts.example', station: 'nowhere' })).toEqual({ kind: 'unknown' })
    await store.updateExpert(made.row.id, { active: false })
    expect(await people.expertById(made.row.id)).toBeNull()
    expect(await people.expertByEmail(BERG.email)).toBeNull()
  })

  it('hold roles at places that fit the role, from day to day', async () => {
    const memberships = createMembershipStore(office.db)
    const added = await memberships.add({
      staffId: CLERK,
      role: 'window-lead',
      window: 'prov.health.care',
      station: null,
      validFrom: '2026-01-01',
      validTo: null,
    })
    if (added.kind !== 'written') throw new Error(added.kind)
    expect(await memberships.byId(added.row.id)).toEqual({
      ...added.row,
      role: 'window-lead',
      window: 'prov.health.care',
      validFrom: '2026-01-01',
      validTo: null,
    })
    expect(await memberships.add({ ...added.row })).toEqual({ kind: 'taken' })
    expect(await memberships.add({ ...added.row, window: 'no.such.window', validFrom: '2026-01-02' })).toEqual({ kind: 'unknown' })
    await expect(memberships.add({ ...added.row, window: null, station: 'prov', validFrom: '2026-01-03' })).rejects.toThrow(
      'membership_check',
    )
    expect(await memberships.setDays(added.row.id, { validTo: '2026-03-05' })).toEqual({
      kind: 'written',
      row: { ...added.row, validTo: '2026-03-05' },
    })
    expect((await memberships.list({ staffId: CLERK })).map((row) => row.window)).toEqual([RECEPTION, 'prov.health.care'])
  })

  it('are stood in for by a substitute, never by themselves', async () => {
    const memberships = createMembershipStore(office.db)
    const added = await memberships.addAbsence({ staffId: CLERK, substituteId: LEAD, fromDay: '2026-03-02', toDay: '2026-03-20' })
    if (added.kind !== 'written') throw new Error(added.kind)
    expect(await memberships.endAbsence(added.row.id, '2026-03-05')).toEqual({
      kind: 'written',
      row: { ...added.row, toDay: '2026-03-05' },
    })
    expect(await memberships.absencesOf(CLERK)).toEqual([
      { id: added.row.id, staffId: CLERK, substituteId: LEAD, fromDay: '2026-03-02', toDay: '2026-03-05' },
    ])
    await expect(
      memberships.addAbsence({ staffId: CLERK, substituteId: CLERK, fromDay: '2026-03-02', toDay: '2026-03-20' }),
    ).rejects.toThrow('absence_check')
  })
})

describe('the offices', () => {
  it('of a district are its own, those of the city and those of the province, nearest first', async () => {
    const directory = await createOfficesReader(office.db).directory('dist-lake')
    expect(directory.stations.map((station) => [station.code, station.level, station.parent])).toEqual([
      ['dist-lake', 'district', 'city-east'],
      ['city-east', 'city', 'prov'],
      ['prov', 'province', null],
    ])
    expect(directory.windows.length).toBeGreaterThan(8)
    expect(new Set(directory.windows.map((window) => window.station))).toEqual(new Set(['dist-lake', 'city-east', 'prov']))
    await expect(createOfficesReader(office.db).directory('nowhere')).rejects.toThrow('no station nowhere')
  })

  it('take a new window as one row, and freeze none that is closed', async () => {
    const windows = createWindowStore(office.db)
    const offices = createOfficesReader(office.db)
    const name = { zh: '湖滨区税务窗口', en: 'Lake District tax window' }
    const row = { code: 'dist-lake.tax.advice', department: 'tax', function: 'advice', station: 'dist-lake', calendar: 'cn', name }
    expect(await windows.add(row)).toEqual({ kind: 'unknown' })
    await windows.putDepartment({ code: 'tax', name: { zh: '税务局', en: 'Tax' } })
    expect(await windows.add(row)).toEqual({ kind: 'written', row: { ...row, active: true } })
    expect(await windows.add(row)).toEqual({ kind: 'taken' })
    const frozen = async (): Promise<boolean> => (await offices.directory('dist-lake')).windows.some((window) => window.code === row.code)
    expect(await frozen()).toBe(true)
    await windows.update(row.code, { active: false })
    expect(await frozen()).toBe(false)
    expect(await offices.window(row.code)).toMatchObject({ active: false })
  })

  it('follow the catalogue, except where an administrator changed a window', async () => {
    const windows = createWindowStore(office.db)
    const offices = createOfficesReader(office.db)
    const { departments, stations } = office.catalog
    await windows.update(RECEPTION, { name: { zh: '改名', en: 'Renamed' } })
    const rows = [...office.catalog.windows.values()].filter((window) => window.code !== 'prov.finance.budget')
    await createCatalogStore(office.db).syncOffices({ departments: departments.values(), stations: stations.values(), windows: rows })
    expect((await offices.window(RECEPTION))?.name.en).toBe('Renamed')
    expect((await offices.window('prov.finance.budget'))?.active).toBe(false)
    await createCatalogStore(office.db).syncOffices({
      departments: departments.values(),
      stations: stations.values(),
      windows: office.catalog.windows.values(),
    })
    expect((await offices.window('prov.finance.budget'))?.active).toBe(true)
    expect((await offices.stations()).length).toBe(6)
    expect((await offices.departments()).map((one) => one.code)).toContain('science')
  })
})
