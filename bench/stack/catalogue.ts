import { cp, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Route } from '../routes.ts'

/** What offices edit; the loader beside it is code. */
const DATA = ['items', 'calendars', 'notices', 'departments.yaml', 'ladders.yaml']
const ITEMS = join(import.meta.dirname, '..', 'items')

/** Copies the catalogue at `from` into the folder `to` and adds the items of the routes; their windows are those of the catalogue. */
export async function writeBenchCatalogue(from: string, to: string, routes: readonly Route[]): Promise<void> {
  await mkdir(to, { recursive: true })
  for (const name of DATA) await cp(join(from, name), join(to, name), { recursive: true })
  for (const { item } of routes) await cp(join(ITEMS, `${item}.yaml`), join(to, 'items', `${item}.yaml`))
}
