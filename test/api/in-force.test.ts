import { describe, expect, it } from '@jest/globals'
import { inForceNow } from '../../api/changes/in-force.ts'
import { loadCatalog } from '../../catalog/loader/load-catalog.ts'
import type { Calendar } from '../../domain/clocks/types.ts'
import type { ServiceItem } from '../../domain/routing/item.ts'
import type { InForce, InForceReader } from '../../prisma/readers/in-force-reader.ts'

const catalog = loadCatalog('catalog')

function stored<Body>(id: string, body: Body): InForce<Body> {
  return { id, digest: `digest of ${id}`, body, text: '', since: 0, reason: 'a notice', confirmedBy: null }
}

/** A database that counts how often it is asked, and can be away. */
class Versions implements InForceReader {
  asked = 0
  away = false
  cn = '2026.2'
  item = 7

  async calendars(): Promise<ReadonlyMap<string, InForce<Calendar>>> {
    this.asked += 1
    if (this.away) throw new Error('away')
    const cn = catalog.calendars.get('cn')
    return new Map(cn ? [['cn', stored('cn', { ...cn, version: this.cn })]] : [])
  }

  async items(): Promise<ReadonlyMap<string, InForce<ServiceItem>>> {
    const item = catalog.items.get('funding')
    return new Map(item ? [['funding', stored('funding', { ...item, version: this.item })]] : [])
  }
}

describe('what is in force', () => {
  it('is that of the database, and of the files where nothing was stored', async () => {
    const now = await inForceNow(catalog, new Versions(), () => 0)()
    expect([now.calendars.get('cn')?.calendar.version, now.calendars.get('cn-west')?.calendar.version]).toEqual(['2026.2', '2026.1+2026.1'])
    expect([now.items.get('funding')?.version, now.items.has('medical-care')]).toEqual([7, true])
  })

  it('of an item is its file where that has the greater version', async () => {
    const versions = new Versions()
    versions.item = 0
    const now = await inForceNow(catalog, versions, () => 0)()
    expect(now.items.get('funding')).toBe(catalog.items.get('funding'))
  })

  it('is read once a second, and at once after a change made here', async () => {
    const versions = new Versions()
    const clock = { now: 0 }
    const inForce = inForceNow(catalog, versions, () => clock.now)
    await Promise.all([inForce(), inForce(), inForce.fresh()])
    clock.now = 999
    await inForce()
    expect(versions.asked).toBe(1)
    versions.cn = '2026.3'
    inForce.forget()
    expect((await inForce()).calendars.get('cn')?.calendar.version).toBe('2026.3')
    clock.now = 3_000
    await inForce()
    expect(versions.asked).toBe(3)
  })

  it('is told as it was last while the database is away, but no appeal is filed on it', async () => {
    const versions = new Versions()
    const clock = { now: 0 }
    const inForce = inForceNow(catalog, versions, () => clock.now)
    await inForce()
    versions.away = true
    clock.now = 2_000
    expect((await inForce()).calendars.get('cn')?.calendar.version).toBe('2026.2')
    await expect(inForce.fresh()).rejects.toThrow('away')
    versions.away = false
    versions.cn = '2026.4'
    expect((await inForce.fresh()).calendars.get('cn')?.calendar.version).toBe('2026.4')
  })
})
