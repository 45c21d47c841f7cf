import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { loadCatalog } from '../../catalog/loader/load-catalog.ts'
import { deriveRoute } from '../../scripts/replay/item/derive.ts'
import { itemFile } from '../../scripts/replay/item/item-file.ts'
import { codeMaker } from '../../scripts/replay/item/slug.ts'
import { writeCatalogue } from '../../scripts/replay/item/write-catalogue.ts'
import type { EventLog, LogCase } from '../../scripts/replay/log/event-log.ts'
import { readLog } from '../../scripts/replay/log/read-log.ts'

const ROOT = join(import.meta.dirname, '..', '..')

/** A case from `task:officer` pairs. */
function aCase(id: string, pairs: string, changes: Partial<LogCase> = {}): LogCase {
  const tasks = pairs.split(' ').map((pair, at) => {
    const [task = '', officer = ''] = pair.split(':')
    return { task, officer, at, line: at + 2 }
  })
  return { id, channel: null, received: null, deadline: null, closed: null, tasks, ...changes }
}

const LOG: EventLog = [
  aCase('c1', 'Receive:Ann Check:Bob Check:Ann Decide:Cyd', { channel: 'Desk' }),
  aCase('c2', 'Receive:Bob Decide:Cyd Check:Bob Decide:Cyd', { channel: 'e-mail' }),
  aCase('c3', 'Receive:Ann', { channel: 'Desk' }),
]

describe('the route of a log', () => {
  it('has a stage for each task, its direct followers, loops included, and a close where a case ends', () => {
    expect(deriveRoute(LOG)).toEqual({
      start: 'receive',
      stages: [
        { code: 'receive', task: 'Receive', followers: ['check', 'decide'], ends: true, officers: ['Ann', 'Bob'] },
        { code: 'check', task: 'Check', followers: ['check', 'decide'], ends: false, officers: ['Bob', 'Ann'] },
        { code: 'decide', task: 'Decide', followers: ['check'], ends: true, officers: ['Cyd'] },
      ],
      channels: ['Desk', 'e-mail'],
      legalDays: null,
    })
  })

  it('takes the legal limit from most cases, an hour of summer time more or less', () => {
    const from = (received: string, deadline: string): Partial<LogCase> => ({
      received: { at: Date.parse(received) * 1000, date: '' },
      deadline: { at: Date.parse(deadline) * 1000, date: '' },
    })
    const log = [
      aCase('c1', 'Receive:Ann', from('2011-09-11T10:00:00+02:00', '2011-11-06T10:00:00+01:00')),
      aCase('c2', 'Receive:Ann', from('2011-01-11T10:00:00+01:00', '2011-03-08T10:00:00+01:00')),
      aCase('c3', 'Receive:Ann', from('2011-01-11T10:00:00+01:00', '2011-04-19T10:00:00+01:00')),
    ]
    expect(deriveRoute(log).legalDays).toBe(56)
  })

  it('is refused where cases begin with different tasks', () => {
    expect(() => deriveRoute([...LOG, aCase('c4', 'Decide:Cyd')])).toThrow(
      'case c4 begins with "Decide", others with "Receive"; an item has one first stage',
    )
  })

  it('of the extract has 26 stages, 67 memberships, and the loop of T06 with itself', async () => {
    const { start, stages } = deriveRoute(await readLog(join(ROOT, 'test', 'replay', 'extract.csv')))
    expect(start).toBe('confirmation-of-receipt')
    expect(stages).toHaveLength(26)
    expect(stages.reduce((sum, stage) => sum + stage.officers.length, 0)).toBe(67)
    expect(stages.find(({ code }) => code === 't06-determine-necessity-of-stop-advice')).toMatchObject({
      followers: [
        't02-check-confirmation-of-receipt',
        't10-determine-necessity-to-stop-indication',
        't06-determine-necessity-of-stop-advice',
        't07-4-draft-internal-advice-to-hold-for-type-4',
        't08-draft-and-send-request-for-advice',
      ],
      ends: true,
    })
  })
})

describe('a code of the catalogue', () => {
  it('is made of a name in any script, begins with a letter and is never given twice', () => {
    const codeOf = codeMaker('task')
    const names = ['T02 Check (confirmation)', 'T02 check confirmation', '2nd look', '受理', '办结', 'Prüfung', `long ${'x'.repeat(80)}`]
    expect(names.map(codeOf)).toEqual([
      't02-check-confirmation',
      't02-check-confirmation-2',
      't-2nd-look',
      'task',
      'task-2',
      'pru-fung',
      `long-${'x'.repeat(52)}`,
    ])
    expect(codeOf('T02 check confirmation')).toBe('t02-check-confirmation-2')
  })
})

describe('the derived item', () => {
  it('leads each stage to its followers and closes where a case ended', () => {
    expect(itemFile(deriveRoute(LOG))).toMatchObject({
      code: 'event-log-replay',
      start: 'receive',
      limits: { legal: '56 calendar-days from receipt' },
      stages: [
        {
          code: 'receive',
          window: 'event-log.receive at province',
          workingLimit: '18 calendar-days',
          outcomes: [
            { code: 'to-check', to: 'check' },
            { code: 'to-decide', to: 'decide' },
            { code: 'close', close: 'settled' },
          ],
        },
        {
          code: 'check',
          outcomes: [
            { code: 'to-check', to: 'check' },
            { code: 'to-decide', to: 'decide' },
          ],
        },
        {
          code: 'decide',
          outcomes: [
            { code: 'to-check', to: 'check' },
            { code: 'close', close: 'settled' },
          ],
        },
      ],
    })
  })

  it('stands in a copy of the catalogue that the loader takes, with a window a task; the catalogue itself stays', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hongyan-replay-'))
    try {
      const [from, to] = [join(folder, 'from'), join(folder, 'to')]
      await cp(join(ROOT, 'catalog'), from, { recursive: true })
      await writeCatalogue(from, to, deriveRoute(LOG))
      const catalog = loadCatalog(to)
      expect([...catalog.items.keys()]).toEqual(['child-schooling', 'event-log-replay', 'funding', 'medical-care', 'residence-permit'])
      expect(catalog.windows.get('prov.event-log.check')).toMatchObject({ department: 'event-log', function: 'check', station: 'prov' })
      expect(catalog.items.get('event-log-replay')?.stages.map(({ code }) => code)).toEqual(['receive', 'check', 'decide'])
      const [before, after] = [join(from, 'departments.yaml'), join(to, 'departments.yaml')]
      expect(await readFile(after, 'utf8')).toContain('# Departments with their functions')
      expect(await readFile(before, 'utf8')).toBe(await readFile(join(ROOT, 'catalog', 'departments.yaml'), 'utf8'))
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })

  it('of the extract is taken by the loader with all its loops', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hongyan-replay-'))
    try {
      await writeCatalogue(join(ROOT, 'catalog'), folder, deriveRoute(await readLog(join(ROOT, 'test', 'replay', 'extract.csv'))))
      expect(loadCatalog(folder).items.get('event-log-replay')?.stages).toHaveLength(26)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
})
