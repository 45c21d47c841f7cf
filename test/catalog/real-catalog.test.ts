import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from '@jest/globals'
import { directoryFor } from '../../catalog/loader/catalog.ts'
import { loadCatalog } from '../../catalog/loader/load-catalog.ts'
import type { WindowSpec } from '../../domain/routing/directory.ts'
import type { ServiceItem } from '../../domain/routing/item.ts'
import { resolveWindow } from '../../domain/routing/windows.ts'
import { told } from './planted.ts'
import { CatalogError } from '../../catalog/loader/problem.ts'

const DIR = fileURLToPath(new URL('../../catalog', import.meta.url))
const catalog = loadCatalog(DIR)
const STATIONS = ['prov', 'city-east', 'city-west', 'dist-lake', 'dist-hill', 'dist-port']

function item(code: string): ServiceItem {
  const found = catalog.items.get(code)
  if (!found) throw new Error(`no item ${code}`)
  return found
}

describe('the catalogue of the province', () => {
  it('holds four service items and nothing to warn of', () => {
    expect([...catalog.items.keys()]).toEqual(['child-schooling', 'funding', 'medical-care', 'residence-permit'])
    expect(catalog.warnings).toEqual([])
  })

  it('has one province centre, two cities and three districts on two calendars', () => {
    expect([...catalog.stations.values()].map(({ code, level, parent, calendar }) => [code, level, parent, calendar])).toEqual([
      ['prov', 'province', null, 'cn'],
      ['city-east', 'city', 'prov', 'cn'],
      ['city-west', 'city', 'prov', 'cn-west'],
      ['dist-lake', 'district', 'city-east', 'cn'],
      ['dist-hill', 'district', 'city-east', 'cn'],
      ['dist-port', 'district', 'city-west', 'cn-west'],
    ])
    expect(catalog.windows.get('dist-port.health.care')?.calendar).toBe('cn-west')
    expect([...catalog.calendars.keys()].sort()).toEqual(['cn', 'cn-west'])
  })

  it('leads every item over at least three departments', () => {
    const departments = [...catalog.items.values()].map((one) => [
      one.code,
      new Set(one.stages.flatMap((s) => [s.window, ...s.coHandlers.map((c) => c.window)]).map((w) => w.department)).size,
    ])
    expect(departments).toEqual([
      ['child-schooling', 3],
      ['funding', 4],
      ['medical-care', 3],
      ['residence-permit', 3],
    ])
  })

  it.each([
    ['child-schooling', { amount: 20, unit: 'working-days', startsAt: 'acceptance' }, { amount: 5, unit: 'working-days' }],
    ['residence-permit', { amount: 15, unit: 'calendar-days', startsAt: 'receipt' }, null],
    ['medical-care', null, null],
    ['funding', { amount: 45, unit: 'working-days', startsAt: 'acceptance' }, { amount: 5, unit: 'working-days' }],
  ])('gives %s its legal limit and its acceptance limit', (code, legal, acceptance) => {
    expect([item(code).limits.legal, item(code).limits.acceptance]).toEqual([legal, acceptance])
  })

  it('tells the expert of every yellow card on a date that the expert knows', () => {
    const known = ['stage', 'promised', 'legal']
    const untold = [...catalog.items.values()].flatMap((one) =>
      one.ladder
        .filter((rung) => known.includes(rung.clock) && rung.actions.some((action) => action.kind === 'card' && action.colour === 'yellow'))
        .filter((rung) => !rung.actions.some((action) => action.kind === 'notify' && action.roles.includes('expert')))
        .map((rung) => `${one.code}: ${rung.code}`),
    )
    expect(untold).toEqual([])
  })

  it.each(['child-schooling', 'funding', 'medical-care'])(
    'reminds whoever decides an extension of %s before and after its limit',
    (code) => {
      const rungs = item(code).ladder.filter((rung) => rung.clock === 'extension-decision')
      expect(rungs.map((rung) => [rung.code, rung.offset, rung.actions])).toEqual([
        ['extension-reminder', { kind: 'percent', percent: 50 }, [{ kind: 'notify', roles: ['decider'] }]],
        [
          'extension-overdue',
          { kind: 'units', amount: 0, unit: 'working-minutes' },
          [{ kind: 'notify', roles: ['decider', 'assignee', 'station-supervisor'] }],
        ],
      ])
    },
  )

  it('lets a station’s appeal freeze the chain above it and only its windows', () => {
    const directory = directoryFor(catalog, 'dist-port')
    expect(directory.stations.map((station) => station.code)).toEqual(['dist-port', 'city-west', 'prov'])
    expect(new Set(directory.windows.map((window) => window.station))).toEqual(new Set(['dist-port', 'city-west', 'prov']))
    expect(directory.windows).toContainEqual({
      code: 'dist-port.health.care',
      department: 'health',
      function: 'care',
      station: 'dist-port',
      calendar: 'cn-west',
    })
    expect(() => directoryFor(catalog, 'dist-moon')).toThrow('no station dist-moon in the catalogue')
  })
})

/** For each window of each item: the station that handles it, for an expert of each station in the order of STATIONS. */
const ROUTES: readonly (readonly [string, string, string])[] = [
  ['child-schooling/reception', 'general.reception', 'prov city-east city-west dist-lake dist-hill dist-port'],
  ['child-schooling/matching', 'education.schooling', 'prov city-east city-west dist-lake city-east city-west'],
  ['child-schooling/matching+0', 'public-security.household', 'prov city-east city-west dist-lake dist-hill city-west'],
  ['child-schooling/approval', 'education.schooling', 'prov prov prov prov prov prov'],
  ['child-schooling/coordination', 'general.coordination', 'prov city-east prov city-east city-east prov'],
  ['child-schooling/confirmation', 'general.reception', 'prov city-east city-west dist-lake dist-hill dist-port'],
  ['residence-permit/intake', 'general.reception', 'prov city-east city-west dist-lake dist-hill dist-port'],
  ['residence-permit/examination', 'public-security.exit-entry', 'prov city-east city-west city-east city-east city-west'],
  ['residence-permit/examination+0', 'health.examination', 'prov city-east prov city-east city-east prov'],
  ['residence-permit/decision', 'public-security.exit-entry', 'prov city-east city-west city-east city-east city-west'],
  ['residence-permit/province-decision', 'public-security.exit-entry', 'prov prov prov prov prov prov'],
  ['residence-permit/issue', 'public-security.exit-entry', 'prov city-east city-west city-east city-east city-west'],
  ['residence-permit/delivery', 'general.reception', 'prov city-east city-west dist-lake dist-hill dist-port'],
  ['medical-care/triage', 'health.care', 'prov city-east city-west dist-lake city-east dist-port'],
  ['medical-care/booking', 'health.hospital-liaison', 'prov city-east city-west city-east city-east city-west'],
  ['medical-care/illness-report', 'health.hospital-liaison', 'prov city-east city-west city-east city-east city-west'],
  ['medical-care/cover', 'medical-insurance.claims', 'prov city-east prov city-east city-east prov'],
  ['medical-care/cover+0', 'finance.budget', 'prov city-east city-west city-east city-east city-west'],
  ['funding/application', 'general.reception', 'prov city-east city-west dist-lake dist-hill dist-port'],
  ['funding/review', 'science.projects', 'prov city-east city-west city-east city-east city-west'],
  ['funding/review+0', 'finance.budget', 'prov city-east city-west city-east city-east city-west'],
  ['funding/review+1', 'human-resources.talent-card', 'prov city-east prov city-east city-east prov'],
  ['funding/decision', 'science.decision', 'prov city-east city-west city-east city-east city-west'],
  ['funding/province-decision', 'science.decision', 'prov prov prov prov prov prov'],
  ['funding/province-decision+0', 'finance.budget', 'prov prov prov prov prov prov'],
  ['funding/payment', 'finance.budget', 'prov city-east city-west city-east city-east city-west'],
]

describe('an appeal is dispatched', () => {
  const specs = new Map<string, WindowSpec>(
    [...catalog.items.values()].flatMap((one) =>
      one.stages.flatMap((stage) => [
        [`${one.code}/${stage.code}`, stage.window] as const,
        ...stage.coHandlers.map((coHandler, c) => [`${one.code}/${stage.code}+${c}`, coHandler.window] as const),
      ]),
    ),
  )

  it('over every window of every item, each listed here', () => {
    expect([...specs.keys()].sort()).toEqual(ROUTES.map(([place]) => place).sort())
  })

  it.each(ROUTES)('at %s to %s of %s', (place, window, stations) => {
    const spec = specs.get(place)
    if (!spec) throw new Error(`no window at ${place}`)
    const found = STATIONS.map((station) => resolveWindow(spec, directoryFor(catalog, station)))
    expect(found.map((resolved) => resolved.window.code)).toEqual(stations.split(' ').map((station) => `${station}.${window}`))
    expect(found.map((resolved) => resolved.how)).toEqual(
      stations.split(' ').map((station, s) => (station === STATIONS[s] ? 'own' : 'above')),
    )
  })
})

describe('a broken calendar', () => {
  it('is told once and hides no breach of the offices', () => {
    const dir = mkdtempSync(join(tmpdir(), 'catalog-'))
    try {
      cpSync(DIR, dir, { recursive: true })
      const calendar = join(dir, 'calendars', 'cn-west.yaml')
      writeFileSync(calendar, readFileSync(calendar, 'utf8').replace('id: cn-west', 'id: cn-east'))
      const offices = join(dir, 'departments.yaml')
      writeFileSync(offices, readFileSync(offices, 'utf8').replace('- prov.finance.budget', '- prov.finance.bugdet'))
      expect(() => loadCatalog(dir)).toThrow(CatalogError)
      try {
        loadCatalog(dir)
      } catch (error) {
        expect(error instanceof CatalogError && told(error.problems).map((line) => line.replace(/:\d+/, ''))).toEqual([
          'calendars/cn-west.yaml calendar-id',
          'departments.yaml unknown-function',
        ])
      }
    } finally {
      rmSync(dir, { recursive: true, force: true })
    }
  })
})
