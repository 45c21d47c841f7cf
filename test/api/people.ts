/** The people of the API's test province: user names say who they are. */
export const STAFF = {
  clerk: ['clerk', 'dist-lake.general.reception', null],
  colleague: ['clerk', 'dist-lake.general.reception', null],
  lead: ['window-lead', 'dist-lake.general.reception', null],
  schooling: ['clerk', 'dist-lake.education.schooling', null],
  portclerk: ['clerk', 'dist-port.general.reception', null],
  head: ['department-head', 'dist-lake.education.schooling', null],
  liaison: ['liaison', null, 'dist-lake'],
  lake: ['station-supervisor', null, 'dist-lake'],
  port: ['station-supervisor', null, 'dist-port'],
  province: ['province-supervisor', null, null],
  admin: ['administrator', null, null],
  auditor: ['auditor', null, null],
  nobody: null,
} as const satisfies Record<string, readonly [string, string | null, string | null] | null>

export type StaffName = keyof typeof STAFF
export const EXPERTS = ['ada', 'bo'] as const
export type ExpertName = (typeof EXPERTS)[number]
export type Name = StaffName | ExpertName

/** A stable id of a person, readable in a failing test by its last digits. */
export function idOf(name: Name): string {
  const index = [...Object.keys(STAFF), ...EXPERTS].indexOf(name) + 1
  return `aaaaaaaa-0000-4000-8000-${String(index).padStart(12, '0')}`
}

const quoted = (text: string | null): string => (text === null ? 'null' : `'${text}'`)

export const PEOPLE_SQL = [
  ...Object.keys(STAFF).map(
    (name) =>
      `insert into staff (id, username, name, email, language, password_hash) values ('${idOf(name as StaffName)}', '${name}', 'Name of ${name}', '${name}@offices.example', 'zh', 'x')`,
  ),
  ...Object.entries(STAFF).flatMap(([name, held]) =>
    held === null
      ? []
      : [
          `insert into membership (staff_id, role, window_code, station_code, valid_from) values ('${idOf(name as StaffName)}', '${held[0]}', ${quoted(held[1])}, ${quoted(held[2])}, '2020-01-01')`,
        ],
  ),
  ...EXPERTS.map(
    (name) =>
      `insert into expert (id, name, email, language, tier, station) values ('${idOf(name)}', 'Name of ${name}', '${name}@experts.example', 'en', 'A', 'dist-lake')`,
  ),
].join(';\n')
