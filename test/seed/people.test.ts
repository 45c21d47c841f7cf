import { describe, expect, it } from '@jest/globals'
import { loadCatalog } from '../../catalog/loader/load-catalog.ts'
import { unknownCodes } from '../../scripts/seed/fits-catalog.ts'
import { clerkOf, demoPeople, passwordOf } from '../../scripts/seed/people-data.ts'
import { demoStories } from '../../scripts/seed/story.ts'

const people = demoPeople()
const catalog = loadCatalog('catalog')
const countBy = <T>(all: readonly T[], key: (one: T) => string): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const one of all) counts[key(one)] = (counts[key(one)] ?? 0) + 1
  return counts
}

describe('the people of the demo', () => {
  it('are sixty experts of three tiers and two languages, spread over all stations', () => {
    expect(people.experts).toHaveLength(60)
    expect(countBy(people.experts, (one) => one.tier)).toEqual({ A: 12, B: 20, C: 28 })
    expect(countBy(people.experts, (one) => one.language)).toEqual({ zh: 36, en: 24 })
    expect(countBy(people.experts, (one) => one.station)).toEqual({
      'dist-lake': 22,
      'dist-hill': 13,
      'dist-port': 11,
      'city-east': 7,
      'city-west': 3,
      prov: 4,
    })
  })

  it('have addresses that belong to nobody, each once', () => {
    const addresses = people.experts.map((one) => one.email)
    expect(new Set(addresses).size).toBe(60)
    expect(addresses.filter((address) => !address.endsWith('@experts.example'))).toEqual([])
  })

  it('put a clerk and a lead at every window, and a supervisor over every station', () => {
    const windows = [...catalog.windows.keys()]
    expect(windows).toHaveLength(43)
    expect(windows.filter((code) => clerkOf(people, code) === '')).toEqual([])
    const led = new Set(people.staff.filter((one) => one.role === 'window-lead').flatMap((one) => one.windows))
    expect(windows.filter((code) => !led.has(code))).toEqual([])
    const watched = people.staff.filter((one) => one.role === 'station-supervisor').map((one) => one.station ?? '')
    expect(watched.toSorted()).toEqual(['city-east', 'city-west', 'dist-hill', 'dist-lake', 'dist-port', 'prov'])
  })

  it('give every department a head, and hold every role of the offices', () => {
    const headed = people.staff
      .filter((one) => one.role === 'department-head')
      .flatMap((one) => one.windows.map((code) => code.split('.')[1]))
    expect(headed.toSorted()).toEqual([...catalog.departments.keys()].toSorted())
    expect(Object.keys(countBy(people.staff, (one) => one.role)).toSorted()).toEqual(
      [
        'administrator',
        'auditor',
        'clerk',
        'department-head',
        'liaison',
        'province-supervisor',
        'station-supervisor',
        'window-lead',
      ].toSorted(),
    )
  })

  it('have user names that occur once and passwords the administration accepts', () => {
    const names = [...people.staff, ...people.leaders].map((one) => one.username)
    expect(new Set(names).size).toBe(names.length)
    expect(names.filter((name) => passwordOf(name).length < 10)).toEqual([])
    expect(passwordOf('clerk.lake.reception')).toBe('clerk.lake.reception-demo')
  })

  it('are let in only where the catalogue has every place they name', () => {
    expect(unknownCodes(catalog, people, demoStories())).toEqual([])
    const without = { ...catalog, stations: new Map([...catalog.stations].filter(([code]) => code !== 'dist-port')), items: new Map() }
    expect(unknownCodes(without, people, demoStories())).toEqual([
      'dist-port',
      'child-schooling',
      'funding',
      'medical-care',
      'residence-permit',
    ])
  })
})
