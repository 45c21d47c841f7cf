import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import { z } from 'zod'

/** What offices edit; the loader beside it is code. */
const DATA = ['items', 'calendars', 'notices', 'departments.yaml', 'ladders.yaml']
const LADDERS = 'ladders.yaml'
const OWN = join(import.meta.dirname, '..')
const ladders = z.object({ ladders: z.array(z.unknown()) })

/** Copies the catalogue at `from` into the folder `to` and adds these items and the ladders of the bench; windows are those of the catalogue. */
export async function writeBenchCatalogue(from: string, to: string, items: readonly string[]): Promise<void> {
  await mkdir(to, { recursive: true })
  for (const name of DATA) await cp(join(from, name), join(to, name), { recursive: true })
  for (const item of items) await cp(join(OWN, 'items', `${item}.yaml`), join(to, 'items', `${item}.yaml`))
  const lists = await Promise.all(
    [join(from, LADDERS), join(OWN, LADDERS)].map(async (path) => ladders.parse(parse(await readFile(path, 'utf8')))),
  )
  await writeFile(join(to, LADDERS), stringify({ ladders: lists.flatMap((list) => list.ladders) }))
}
