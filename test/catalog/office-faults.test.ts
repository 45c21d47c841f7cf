import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { plant, problemsIn, told, withSmallCatalog } from './planted.ts'

const OFFICES = 'departments.yaml'
const LADDERS = 'ladders.yaml'
const TOWN = 'code: town, level: city, above: prov'

describe('the loader refuses offices with', () => {
  it.each([
    {
      title: 'two departments of one code',
      file: OFFICES,
      find: 'code: care',
      put: 'code: general',
      told: [`${OFFICES}:6 duplicate-office`, `${OFFICES}:17 unknown-department`, `${OFFICES}:19 unknown-department`],
    },
    {
      title: 'two functions of one code',
      file: OFFICES,
      find: 'code: gifts',
      put: 'code: visits',
      told: [`${OFFICES}:10 duplicate-office`],
    },
    {
      title: 'two stations of one code',
      file: OFFICES,
      find: 'code: lake',
      put: 'code: town',
      told: [`${OFFICES}:14 duplicate-office`, `${OFFICES}:20 unknown-station`],
    },
    {
      title: 'a window written twice',
      file: OFFICES,
      find: '  - lake.general.reception\n',
      put: '  - lake.general.reception\n  - lake.general.reception\n',
      told: [`${OFFICES}:21 duplicate-office`],
    },
    {
      title: 'a window at an unknown station',
      file: OFFICES,
      find: '- prov.care.visits',
      put: '- moon.care.visits',
      told: [`${OFFICES}:17 unknown-station`],
    },
    {
      title: 'a window of an unknown department',
      file: OFFICES,
      find: '- prov.care.visits',
      put: '- prov.sports.visits',
      told: [`${OFFICES}:17 unknown-department`],
    },
    {
      title: 'a window of an unknown function',
      file: OFFICES,
      find: '- prov.care.visits',
      put: '- prov.care.sports',
      told: [`${OFFICES}:17 unknown-function`],
    },
    {
      title: 'a window of four parts',
      file: OFFICES,
      find: '- prov.care.visits',
      put: '- prov.care.visits.two',
      told: [`${OFFICES}:17 bad-window`],
    },
    {
      title: 'a window with an unknown calendar',
      file: OFFICES,
      find: 'care.visits, calendar: cn',
      put: 'care.visits, calendar: moon',
      told: [`${OFFICES}:19 unknown-calendar`],
    },
    {
      title: 'a station with an unknown calendar',
      file: OFFICES,
      find: 'name: { zh: 市站, en: Town }, calendar: cn',
      put: 'name: { zh: 市站, en: Town }, calendar: moon',
      told: [`${OFFICES}:13 unknown-calendar`, `${OFFICES}:18 unknown-calendar`, `${OFFICES}:13 fallback-missing`],
    },
    {
      title: 'a station below an unknown one',
      file: OFFICES,
      find: TOWN,
      put: 'code: town, level: city, above: moon',
      told: [`${OFFICES}:13 unknown-station`],
    },
    {
      title: 'a station below one of its own level',
      file: OFFICES,
      find: 'level: district, above: town',
      put: 'level: city, above: town',
      told: [`${OFFICES}:14 station-level`],
    },
    {
      title: 'a district with nothing above it',
      file: OFFICES,
      find: 'level: district, above: town',
      put: 'level: district',
      told: [`${OFFICES}:14 station-level`],
    },
    { title: 'two province centres', file: OFFICES, find: TOWN, put: 'code: town, level: province', told: [`${OFFICES}:11 one-province`] },
    {
      title: 'a fallback window that the station does not have',
      file: OFFICES,
      find: 'en: Lake }, calendar: cn, fallback: general.reception',
      put: 'en: Lake }, calendar: cn, fallback: care.visits',
      told: [`${OFFICES}:14 fallback-missing`],
    },
    {
      title: 'a department without an English name',
      file: OFFICES,
      find: '{ zh: 关怀处, en: Care }',
      put: '{ zh: 关怀处 }',
      told: [`${OFFICES}:7 missing-text`],
    },
    { title: 'an unknown key', file: OFFICES, find: TOWN, put: `${TOWN}, phone: 1`, told: [`${OFFICES}:13 unknown-key`] },
    { title: 'a line that is no YAML', file: OFFICES, find: 'stations:', put: 'stations: {', told: [`${OFFICES}:12 not-yaml`] },
  ])('$title', ({ file, find, put, told: expected }) => {
    withSmallCatalog((dir) => {
      plant(dir, file, find, put)
      expect(told(problemsIn(dir))).toEqual(expected)
    })
  })
})

describe('the loader refuses ladders with', () => {
  it.each([
    { title: 'two rungs of one code', find: 'code: stage-red', put: 'code: stage-yellow', told: [`${LADDERS}:5 duplicate-office`] },
    {
      title: 'two ladders of one code',
      find: 'ladders:\n',
      put: 'ladders:\n  - code: plain\n    rungs:\n      - { code: a, clock: stage, at: due, raise: true }\n',
      told: [`${LADDERS}:5 duplicate-office`],
    },
    {
      title: 'a rung on an unknown clock',
      find: 'clock: stage, at: due',
      put: 'clock: lunch, at: due',
      told: [`${LADDERS}:5 unknown-word`],
    },
    {
      title: 'an order without a limit for its reply',
      find: 'order: { kind: supervise, replyWithin: 1 working-day }',
      put: 'order: { kind: supervise }',
      told: [`${LADDERS}:6 missing`],
    },
    {
      title: 'a rung that notifies a role nobody holds',
      find: 'notify: [assignee]',
      put: 'notify: [assignee, mayor]',
      told: [`${LADDERS}:4 unknown-role`],
    },
    { title: 'a line that is no YAML', find: 'ladders:', put: 'ladders: [', told: [`${LADDERS}:2 not-yaml`] },
  ])('$title', ({ find, put, told: expected }) => {
    withSmallCatalog((dir) => {
      plant(dir, LADDERS, find, put)
      expect(told(problemsIn(dir))).toEqual(expected)
    })
  })
})

describe('the loader refuses a folder with', () => {
  it('no offices', () => {
    withSmallCatalog((dir) => {
      rmSync(join(dir, OFFICES))
      expect(told(problemsIn(dir))).toEqual([`${OFFICES}:1 no-file`])
    })
  })

  it('no ladders', () => {
    withSmallCatalog((dir) => {
      rmSync(join(dir, LADDERS))
      expect(told(problemsIn(dir))).toEqual([`${LADDERS}:1 no-file`])
    })
  })

  it('no service item', () => {
    withSmallCatalog((dir) => {
      rmSync(join(dir, 'items', 'visit.yaml'))
      expect(told(problemsIn(dir))).toEqual(['items:1 no-items'])
    })
  })

  it('a notice text in one language only', () => {
    withSmallCatalog((dir) => {
      rmSync(join(dir, 'notices', 'en', 'received.hbs'))
      expect(told(problemsIn(dir))).toEqual(['notices/en/received.hbs:1 notice-missing'])
    })
  })

  it('two items of one code', () => {
    withSmallCatalog((dir) => {
      cpSync(join(dir, 'items', 'visit.yaml'), join(dir, 'items', 'visit-again.yaml'))
      expect(told(problemsIn(dir))).toEqual(['items/visit.yaml:1 duplicate-item'])
    })
  })
})
