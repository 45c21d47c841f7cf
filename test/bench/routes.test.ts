import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { LIMIT_ITEM, OUTCOME, REPROJECTION_ITEM, ROUTES, STATION } from '../../bench/routes.ts'
import { writeBenchCatalogue } from '../../bench/stack/catalogue.ts'
import { type Catalog, directoryFor } from '../../catalog/loader/catalog.ts'
import { loadCatalog } from '../../catalog/loader/load-catalog.ts'
import { resolveWindow } from '../../domain/routing/windows.ts'

let folder: string
let catalog: Catalog

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hongyan-bench-'))
  const items = [...ROUTES.map(({ item }) => item), LIMIT_ITEM, REPROJECTION_ITEM]
  await writeBenchCatalogue(join(import.meta.dirname, '..', '..', 'catalog'), folder, items)
  catalog = loadCatalog(folder)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('the routes of the bench', () => {
  it('are a three-window and a five-step route', () => {
    expect(ROUTES.map(({ item, windows }) => [item, windows.length, new Set(windows).size])).toEqual([
      ['bench-three-windows', 3, 3],
      ['bench-five-steps', 5, 5],
    ])
  })

  it.each(ROUTES)(
    '$item leads an expert of the station through its windows in their order, and is settled after the last',
    ({ item, windows }) => {
      const stages = catalog.items.get(item)?.stages ?? []
      const directory = directoryFor(catalog, STATION)
      const met: { readonly window: string; readonly code: string }[] = []
      let code: string | null = catalog.items.get(item)?.start ?? null
      while (code !== null) {
        const stage = stages.find((each) => each.code === code)
        const target = stage?.outcomes.find((each) => each.code === OUTCOME)?.leadsTo[0]?.target
        if (stage === undefined || target === undefined) throw new Error(`${item} leads to ${code}`)
        met.push({ window: resolveWindow(stage.window, directory).window.code, code })
        expect(stage.coHandlers).toEqual([])
        code = target.kind === 'stage' ? target.stage : null
      }
      expect(met.map(({ window }) => window)).toEqual(windows)
      expect(met).toHaveLength(stages.length)
    },
  )
})
