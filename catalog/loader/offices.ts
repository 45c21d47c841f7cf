import type { StationLevel } from '../../domain/routing/directory.ts'
import type { CatalogStation, CatalogWindow, Department, Offices } from './catalog.ts'
import { officesFile, type OfficesFile } from './offices-schema.ts'
import { catalogProblem, type CatalogProblem, type Path } from './problem.ts'
import type { LoaderRule } from './rules.ts'
import { parseYamlText } from './yaml-text.ts'
import { zodProblems } from './zod-problems.ts'

export interface ReadOffices extends Offices {
  readonly problems: readonly CatalogProblem[]
}

/** Reads departments, stations and windows from the text of `departments.yaml` and checks that they fit together. */
export function readOffices(text: string, file: string, calendars: ReadonlySet<string>): ReadOffices {
  const yaml = parseYamlText(text, file)
  const parsed = yaml.problems.length === 0 ? officesFile.safeParse(yaml.value, { reportInput: true }) : null
  if (!parsed?.success) {
    const problems = parsed ? zodProblems(parsed.error, file, yaml.lineOf) : yaml.problems
    return { departments: new Map(), stations: new Map(), windows: new Map(), problems }
  }
  const problems: CatalogProblem[] = []
  const report = (rule: LoaderRule, path: Path, args: Readonly<Record<string, string>>): void => {
    problems.push(catalogProblem(rule, { file, line: yaml.lineOf(path), path }, args))
  }
  const departments = departmentsOf(parsed.data, report)
  const stations = stationsOf(parsed.data, calendars, report)
  const windows = windowsOf(parsed.data, { departments, stations }, calendars, report)
  parsed.data.stations.forEach((row, s) => {
    const station = stations.get(row.code)
    if (station && !windows.has(station.fallbackWindow)) {
      report('fallback-missing', ['stations', s, 'fallback'], { station: row.code, window: station.fallbackWindow })
    }
  })
  const staffed = new Set([...windows.values()].map((window) => window.department))
  parsed.data.departments.forEach((row, d) => {
    if (!staffed.has(row.code)) report('department-without-window', ['departments', d], { department: row.code })
  })
  return { departments, stations, windows, problems }
}

type Report = (rule: LoaderRule, path: Path, args: Readonly<Record<string, string>>) => void

function departmentsOf(data: OfficesFile, report: Report): ReadonlyMap<string, Department> {
  const departments = new Map<string, Department>()
  data.departments.forEach((row, d) => {
    if (departments.has(row.code)) report('duplicate-office', ['departments', d, 'code'], { code: row.code })
    const functions = row.functions.map(({ code, zh, en }) => ({ code, name: { zh, en } }))
    functions.forEach((fn, f) => {
      const first = functions.findIndex((other) => other.code === fn.code)
      if (first < f) report('duplicate-office', ['departments', d, 'functions', f, 'code'], { code: fn.code })
    })
    if (!departments.has(row.code)) departments.set(row.code, { code: row.code, name: row.name, functions })
  })
  return departments
}

const RANK: Readonly<Record<StationLevel, number>> = { district: 0, city: 1, province: 2 }

function stationsOf(data: OfficesFile, calendars: ReadonlySet<string>, report: Report): ReadonlyMap<string, CatalogStation> {
  const stations = new Map<string, CatalogStation>()
  const levels = new Map([...data.stations].reverse().map((row) => [row.code, row.level]))
  const read = (row: OfficesFile['stations'][number], s: number): void => {
    if (stations.has(row.code)) {
      report('duplicate-office', ['stations', s, 'code'], { code: row.code })
      return
    }
    if (!calendars.has(row.calendar)) report('unknown-calendar', ['stations', s, 'calendar'], { word: row.calendar })
    const above = row.above === null ? null : levels.get(row.above)
    if (above === undefined) report('unknown-station', ['stations', s, 'above'], { word: row.above ?? '' })
    else if (above === null ? row.level !== 'province' : RANK[above] <= RANK[row.level]) {
      report('station-level', ['stations', s, row.above === null ? 'level' : 'above'], { station: row.code })
    }
    const fallbackWindow = `${row.code}.${row.fallback}`
    stations.set(row.code, { code: row.code, level: row.level, parent: row.above, calendar: row.calendar, fallbackWindow, name: row.name })
  }
  for (const [s, row] of data.stations.entries()) read(row, s)
  if (data.stations.filter((row) => row.level === 'province').length !== 1) report('one-province', ['stations'], {})
  return stations
}

function windowsOf(
  data: OfficesFile,
  offices: Pick<Offices, 'departments' | 'stations'>,
  calendars: ReadonlySet<string>,
  report: Report,
): ReadonlyMap<string, CatalogWindow> {
  const windows = new Map<string, CatalogWindow>()
  const read = (row: OfficesFile['windows'][number], w: number): void => {
    const path = ['windows', w]
    const code = row.window
    const [stationCode = '', departmentCode = '', functionCode = '', ...rest] = code.split('.')
    const station = offices.stations.get(stationCode)
    const department = offices.departments.get(departmentCode)
    const fn = department?.functions.find((f) => f.code === functionCode)
    const calendar = row.calendar ?? station?.calendar
    if (rest.length > 0) {
      report('bad-window', path, { word: code })
      return
    }
    if (!station) {
      report('unknown-station', path, { word: stationCode })
      return
    }
    if (!department) {
      report('unknown-department', path, { word: departmentCode })
      return
    }
    if (!fn) {
      report('unknown-function', path, { department: departmentCode, word: functionCode })
      return
    }
    if (calendar === undefined || !calendars.has(calendar)) {
      report('unknown-calendar', path, { word: calendar ?? '' })
      return
    }
    if (windows.has(code)) {
      report('duplicate-office', path, { code })
      return
    }
    const name = {
      zh: `${station.name.zh}${department.name.zh}${fn.name.zh}窗口`,
      en: `${station.name.en}, ${department.name.en}: ${fn.name.en}`,
    }
    windows.set(code, { code, department: departmentCode, function: functionCode, station: stationCode, calendar, name })
  }
  for (const [w, row] of data.windows.entries()) read(row, w)
  return windows
}
