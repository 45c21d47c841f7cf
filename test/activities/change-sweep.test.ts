import { describe, expect, it } from '@jest/globals'
import { carryOut, type ChangeCase, type ChangeTables } from '../../activities/change/change-run.ts'
import { loadCatalog } from '../../catalog/loader/load-catalog.ts'

const cn = loadCatalog('catalog').calendars.get('cn')

/** The tables of a run with one filing whose appeal begins while the run waits. */
class Waiting implements ChangeTables {
  begun = false
  finished = false
  private readonly left: ChangeCase[] = []
  private swept = false

  async load(id: string): Promise<Awaited<ReturnType<ChangeTables['load']>>> {
    return { id, calendars: new Map(cn ? [['cn', cn]] : []), item: null, createdAt: 0 }
  }

  async unstarted(): Promise<number> {
    return this.begun ? 0 : 1
  }

  async sweep(): Promise<number> {
    if (!this.begun || this.swept) return 0
    this.swept = true
    this.left.push({ caseId: 'late', calendars: ['cn'] })
    return 1
  }

  async pending(): Promise<readonly ChangeCase[]> {
    return [...this.left]
  }

  async settle(): Promise<void> {
    this.left.length = 0
  }

  async finish(): Promise<void> {
    this.finished = true
  }
}

async function run(tables: Waiting, pause: (pauses: number) => void, minuteMs: number): Promise<readonly string[]> {
  const told: string[] = []
  let pauses = 0
  await carryOut(
    {
      tables,
      engine: {
        command: async (caseId, command) => {
          told.push(`${caseId} ${command.id}`)
          return { kind: 'applied', seq: 1, events: 1 }
        },
      },
      caseNow: async () => 0,
      realNow: () => 20_000 + pauses * minuteMs,
      pause: async () => {
        pauses += 1
        pause(pauses)
      },
      warn: () => {},
    },
    'run',
    new AbortController().signal,
  )
  return told
}

describe('a change whose time is over', () => {
  it('waits for a filing that a crash kept from beginning, and takes it along', async () => {
    const tables = new Waiting()
    const begin = (pauses: number): void => {
      tables.begun = pauses >= 3
    }
    const told = await run(tables, begin, 1_000)
    expect(told).toEqual(['late run:cn'])
    expect(tables.finished).toBe(true)
  })

  it('does not miss one that begins between two looks', async () => {
    const tables = new Waiting()
    const unstarted = tables.unstarted.bind(tables)
    tables.unstarted = async () => {
      const waiting = await unstarted()
      tables.begun = true
      return waiting
    }
    expect(await run(tables, () => {}, 1_000)).toEqual(['late run:cn'])
  })

  it('ends after five minutes all the same', async () => {
    const tables = new Waiting()
    expect(await run(tables, () => {}, 60_000)).toEqual([])
    expect(tables.finished).toBe(true)
  })
})
