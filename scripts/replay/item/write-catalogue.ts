import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isSeq, parseDocument, stringify } from 'yaml'
import type { Catalog } from '../../../catalog/loader/catalog.ts'
import type { Calendar } from '../../../domain/clocks/types.ts'
import type { DerivedRoute } from './derive.ts'
import { DEPARTMENT, ITEM_CODE, itemFile } from './item-file.ts'

/** What offices edit; the loader beside it is code. */
const DATA = ['items', 'calendars', 'notices', 'departments.yaml', 'ladders.yaml']

/**
 * Copies the catalogue at `from` into the folder `to` and adds the derived item, its department and
 * one window a task at the province station. The catalogue itself stays as it is.
 */
export async function writeCatalogue(from: string, to: string, route: DerivedRoute): Promise<void> {
  await mkdir(to, { recursive: true })
  for (const name of DATA) await cp(join(from, name), join(to, name), { recursive: true })
  await writeFile(join(to, 'items', `${ITEM_CODE}.yaml`), stringify(itemFile(route), { lineWidth: 0 }))
  const offices = join(to, 'departments.yaml')
  await writeFile(offices, withDepartment(await readFile(offices, 'utf8'), route))
}

/** The code of the window that does a stage, at the province station. */
export function windowOf(province: string, stage: string): string {
  return `${province}.${DEPARTMENT}.${stage}`
}

/** `departments.yaml` with the department of the log and its windows; comments and order stay. */
export function withDepartment(text: string, route: DerivedRoute): string {
  const document = parseDocument(text)
  const province = provinceOf(text)
  const add = (key: string, value: unknown): void => {
    const list = document.get(key)
    if (!isSeq(list)) throw new Error(`departments.yaml has no list "${key}"`)
    list.add(document.createNode(value))
  }
  add('departments', {
    code: DEPARTMENT,
    name: { zh: '事件日志', en: 'Event Log' },
    functions: route.stages.map(({ code, task }) => ({ code, zh: task, en: task })),
  })
  for (const { code } of route.stages) add('windows', windowOf(province, code))
  return document.toString({ lineWidth: 0 })
}

/** The code of the province station in the text of `departments.yaml`. */
export function provinceOf(text: string): string {
  const stations: unknown = parseDocument(text).toJS()?.stations
  const rows: readonly unknown[] = Array.isArray(stations) ? stations : []
  for (const row of rows) {
    if (typeof row === 'object' && row !== null && 'level' in row && row.level === 'province' && 'code' in row) return String(row.code)
  }
  throw new Error('departments.yaml has no station of province level')
}

/** The province station of a loaded catalogue and its calendar. */
export function provinceCalendar({ stations, calendars }: Pick<Catalog, 'stations' | 'calendars'>): {
  readonly province: string
  readonly calendar: Calendar
} {
  const station = [...stations.values()].find(({ level }) => level === 'province')
  const calendar = calendars.get(station?.calendar ?? '')
  if (station === undefined || calendar === undefined) throw new Error('the catalogue has no province station with a calendar')
  return { province: station.code, calendar }
}
