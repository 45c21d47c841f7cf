/** Invented people of the test province, with ids that can be read in a failing test. */
export const EXPERT = 'e0000000-0000-4000-8000-000000000001'
export const OTHER_EXPERT = 'e0000000-0000-4000-8000-000000000002'

export const CLERK = '50000000-0000-4000-8000-000000000001'
export const SECOND_CLERK = '50000000-0000-4000-8000-000000000002'
export const LEAD = '50000000-0000-4000-8000-000000000003'
export const HEAD_OF_EDUCATION = '50000000-0000-4000-8000-000000000004'
export const LAKE_SUPERVISOR = '50000000-0000-4000-8000-000000000005'
export const EAST_SUPERVISOR = '50000000-0000-4000-8000-000000000006'
export const PROVINCE_SUPERVISOR = '50000000-0000-4000-8000-000000000007'
export const ADMINISTRATOR = '50000000-0000-4000-8000-000000000008'
export const EDUCATION_CLERK = '50000000-0000-4000-8000-000000000009'

export const RECEPTION = 'dist-lake.general.reception'
export const SCHOOLING = 'city-east.education.schooling'

const NAMES: Readonly<Record<string, string>> = {
  [CLERK]: 'clerk',
  [SECOND_CLERK]: 'second',
  [LEAD]: 'lead',
  [HEAD_OF_EDUCATION]: 'head',
  [LAKE_SUPERVISOR]: 'lake',
  [EAST_SUPERVISOR]: 'east',
  [PROVINCE_SUPERVISOR]: 'province',
  [ADMINISTRATOR]: 'administrator',
  [EDUCATION_CLERK]: 'schooling',
}

const MEMBERSHIPS: readonly (readonly [string, string, string | null, string | null])[] = [
  [CLERK, 'clerk', RECEPTION, null],
  [SECOND_CLERK, 'clerk', RECEPTION, null],
  [LEAD, 'window-lead', RECEPTION, null],
  [HEAD_OF_EDUCATION, 'department-head', 'city-east.education.schooling', null],
  [EDUCATION_CLERK, 'clerk', SCHOOLING, null],
  [LAKE_SUPERVISOR, 'station-supervisor', null, 'dist-lake'],
  [EAST_SUPERVISOR, 'station-supervisor', null, 'city-east'],
  [PROVINCE_SUPERVISOR, 'province-supervisor', null, null],
  [ADMINISTRATOR, 'administrator', null, null],
]

const quoted = (text: string | null): string => (text === null ? 'null' : `'${text}'`)

export const OFFICE_SQL = [
  ...Object.entries(NAMES).map(
    ([id, name]) =>
      `insert into staff (id, username, name, email, language, password_hash) values ('${id}', '${name}', '${name}', '${name}@offices.example', 'zh', 'x')`,
  ),
  ...MEMBERSHIPS.map(
    ([staff, role, window, station]) =>
      `insert into membership (staff_id, role, window_code, station_code, valid_from) values ('${staff}', '${role}', ${quoted(window)}, ${quoted(station)}, '2020-01-01')`,
  ),
  ...[EXPERT, OTHER_EXPERT].map(
    (id, index) =>
      `insert into expert (id, name, email, language, tier, station) values ('${id}', 'Expert ${index + 1}', 'expert${index + 1}@experts.example', 'en', 'A', 'dist-lake')`,
  ),
].join(';\n')
