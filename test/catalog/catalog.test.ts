import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { directoryFor } from '../../catalog/loader/catalog.ts'
import { LOADER_RULES } from '../../catalog/loader/rules.ts'
import { ITEM_RULES } from '../../domain/routing/item-rules.ts'
import { resolveWindow } from '../../domain/routing/windows.ts'
import { ITEM_FAULTS } from './item-faults.ts'
import { load, plant, problemsIn, told, withSmallCatalog } from './planted.ts'
import { TEXT_FAULTS } from './text-faults.ts'

const GIFT = `
code: gift
version: 1
name: { zh: 慰问, en: Gift }
summary: { zh: 节日慰问。, en: A gift on a festival. }
legalBasis: { zh: 专家服务办法。, en: Measures for serving experts. }
form: [{ code: festival, label: { zh: 节日, en: Festival }, type: text }]
limits:
  legal: null
  promised: { A: 2 working-days from receipt, B: 3 working-days from receipt, C: 4 working-days from receipt }
  cure: 2 working-days
  answer: 2 working-days
  aftercare: 5 working-days
start: give
stages:
  - code: give
    name: { zh: 慰问, en: Give }
    purpose: { zh: 送达慰问。, en: Brings the gift. }
    statusText: { zh: 正在准备。, en: Being prepared. }
    window: care.visits at own
    signLimit: 4 working-hours
    workingLimit: 2 working-days
    returnLimit: 1 working-day
    outcomes: [{ code: given, name: { zh: 已慰问, en: Given }, close: settled }]
ladder: { use: plain, without: [legal-red, order-red] }
`

describe('a catalogue', () => {
  it('takes a new service item from one more file', () => {
    withSmallCatalog((dir) => {
      writeFileSync(join(dir, 'items', 'gift.yaml'), GIFT)
      const { items } = load(dir)
      expect([...items.keys()]).toEqual(['gift', 'visit'])
      expect(items.get('gift')).toEqual({
        code: 'gift',
        version: 1,
        name: { zh: '慰问', en: 'Gift' },
        summary: { zh: '节日慰问。', en: 'A gift on a festival.' },
        legalBasis: { zh: '专家服务办法。', en: 'Measures for serving experts.' },
        form: [{ code: 'festival', label: { zh: '节日', en: 'Festival' }, type: 'text', required: true, confidential: false, fact: false }],
        materials: [],
        limits: {
          acceptance: null,
          legal: null,
          promised: {
            A: { amount: 2, unit: 'working-days', startsAt: 'receipt' },
            B: { amount: 3, unit: 'working-days', startsAt: 'receipt' },
            C: { amount: 4, unit: 'working-days', startsAt: 'receipt' },
          },
          cure: { amount: 2, unit: 'working-days' },
          answer: { amount: 2, unit: 'working-days' },
          aftercare: { amount: 5, unit: 'working-days' },
          extension: null,
        },
        start: 'give',
        stages: [
          {
            code: 'give',
            name: { zh: '慰问', en: 'Give' },
            purpose: { zh: '送达慰问。', en: 'Brings the gift.' },
            statusText: { zh: '正在准备。', en: 'Being prepared.' },
            window: { department: 'care', function: 'visits', level: 'own' },
            signLimit: { amount: 4, unit: 'working-hours' },
            workingLimit: { amount: 2, unit: 'working-days' },
            returnLimit: { amount: 1, unit: 'working-days' },
            coHandlers: [],
            outcomes: [
              {
                code: 'given',
                name: { zh: '已慰问', en: 'Given' },
                leadsTo: [{ target: { kind: 'close', result: 'settled' } }],
                accepts: false,
                needsOfficeInCharge: false,
              },
            ],
            onExpiry: 'nothing',
          },
        ],
        ladder: [
          {
            code: 'stage-yellow',
            clock: 'stage',
            condition: 'unfinished',
            offset: { kind: 'units', amount: -1, unit: 'working-days' },
            actions: [
              { kind: 'card', colour: 'yellow' },
              { kind: 'notify', roles: ['assignee'] },
            ],
          },
          {
            code: 'stage-red',
            clock: 'stage',
            condition: 'unfinished',
            offset: { kind: 'units', amount: 0, unit: 'working-minutes' },
            actions: [
              { kind: 'card', colour: 'red' },
              { kind: 'notify', roles: ['window-lead'] },
              { kind: 'reassign', to: 'fallback-window' },
            ],
          },
        ],
      })
    })
  })

  it('takes a new window from one more row, and the stage goes there at once', () => {
    withSmallCatalog((dir) => {
      const spec = { department: 'care', function: 'visits', level: 'own' } as const
      expect(resolveWindow(spec, directoryFor(load(dir), 'lake')).window.code).toBe('town.care.visits')
      plant(dir, 'departments.yaml', '  - lake.general.reception\n', '  - lake.general.reception\n  - lake.care.visits\n')
      expect(resolveWindow(spec, directoryFor(load(dir), 'lake')).window.code).toBe('lake.care.visits')
    })
  })

  it('tells all breaches of all files of items at once', () => {
    withSmallCatalog((dir) => {
      writeFileSync(
        join(dir, 'items', 'gift.yaml'),
        GIFT.replace('close: settled', 'to: nowhere').replace('version: 1', 'version: 1\ncolour: red'),
      )
      plant(dir, 'items/visit.yaml', 'upTo: 10', 'upTo: 9')
      plant(dir, 'items/visit.yaml', 'legal: 20', 'legal: 11')
      expect(told(problemsIn(dir))).toEqual([
        'items/gift.yaml:4 unknown-key',
        'items/visit.yaml:14 stages-exceed-legal',
        'items/visit.yaml:25 extension-rows',
      ])
    })
  })

  it('says a breach in Chinese and in English, with file, line and place', () => {
    withSmallCatalog((dir) => {
      plant(dir, 'items/visit.yaml', 'legal: 20', 'legal: 11')
      expect(() => load(dir)).toThrow(
        'the catalogue has 1 error(s):\nitems/visit.yaml:14 limits.legal [stages-exceed-legal] ' +
          '各环节时限合计 12 working-days，超过法定时限 11 working-days（reception > work > check） / ' +
          'the stages together take 12 working-days, more than the legal limit of 11 working-days (reception > work > check)',
      )
    })
  })

  it('lets a rung stand on the answer to an order in any item, since urging and supervisors order without a ladder', () => {
    withSmallCatalog((dir) => {
      plant(dir, 'items/visit.yaml', 'clock: co-handling, at: 1 working-day before', 'clock: order-reply, at: 1 working-day before')
      plant(dir, 'items/visit.yaml', '  without: [order-red]', '  without: [legal-red]')
      expect(told(problemsIn(dir))).toEqual([])
      expect(
        load(dir)
          .items.get('visit')
          ?.ladder.map((rung) => [rung.code, rung.clock]),
      ).toEqual([
        ['stage-yellow', 'stage'],
        ['stage-red', 'stage'],
        ['order-red', 'order-reply'],
        ['co-yellow', 'order-reply'],
      ])
    })
  })

  it('warns of a stage whose limit cannot be added up, and is used all the same', () => {
    withSmallCatalog((dir) => {
      plant(dir, 'items/visit.yaml', 'workingLimit: 4 working-days', 'workingLimit: 8 working-hours')
      plant(dir, 'items/visit.yaml', '  without: [order-red]', '  without: [order-red, stage-yellow]')
      expect(load(dir).items.has('visit')).toBe(true)
      expect(told(load(dir).warnings)).toEqual(['items/visit.yaml:66 limits-not-comparable'])
    })
  })

  it('warns of a window that some stations leave to their fallback, naming them', () => {
    withSmallCatalog((dir) => {
      plant(dir, 'departments.yaml', '  - prov.care.visits\n', '')
      plant(dir, 'items/visit.yaml', 'care.visits at province', 'general.reception at province')
      const { warnings } = load(dir)
      expect(told(warnings)).toEqual(['items/visit.yaml:47 window-falls-back'])
      expect(warnings[0]?.text.en).toBe('the window "care.visits at city" falls to the fallback window at: prov')
    })
  })

  it('warns of a department without a window', () => {
    withSmallCatalog((dir) => {
      plant(
        dir,
        'departments.yaml',
        'stations:\n',
        '  - code: music\n    name: { zh: 文化处, en: Music }\n    functions:\n      - { code: concerts, zh: 音乐会, en: concerts }\nstations:\n',
      )
      expect(told(load(dir).warnings)).toEqual(['departments.yaml:11 department-without-window'])
    })
  })

  it('gives equal items an equal digest and a changed item another', () => {
    withSmallCatalog((dir) => {
      const before = load(dir).digests.get('visit')
      plant(dir, 'items/visit.yaml', 'code: visit\nversion: 1', 'version: 1 # moved\ncode: visit')
      expect(load(dir).digests.get('visit')).toBe(before)
      plant(dir, 'items/visit.yaml', 'cure: 5 working-days', 'cure: 4 working-days')
      expect(load(dir).digests.get('visit')).not.toBe(before)
    })
  })

  it('names each window after its station, department and function', () => {
    withSmallCatalog((dir) => {
      expect(load(dir).windows.get('lake.general.reception')).toEqual({
        code: 'lake.general.reception',
        department: 'general',
        function: 'reception',
        station: 'lake',
        calendar: 'cn',
        name: { zh: '区站人才之家综合受理窗口', en: 'Lake, Talent Home: reception' },
      })
    })
  })
})

describe('the table of rules', () => {
  it('has a planted fault for every rule of an item that a file can break', () => {
    const planted = new Set([...ITEM_FAULTS, ...TEXT_FAULTS].flatMap((fault) => fault.told.map((line) => line.split(' ')[1])))
    const elsewhere = ['office-in-charge', 'too-many-routes', 'limits-not-comparable']
    expect(
      Object.keys(ITEM_RULES)
        .filter((rule) => !planted.has(rule))
        .sort(),
    ).toEqual([...elsewhere].sort())
  })

  it('says every rule in both languages', () => {
    for (const text of [...Object.values(ITEM_RULES), ...Object.values(LOADER_RULES)]) {
      expect(text.zh).toMatch(/[\u4e00-\u9fff]|^\{problem\}$/)
      expect(text.en).toMatch(/[a-z]/)
    }
  })
})
