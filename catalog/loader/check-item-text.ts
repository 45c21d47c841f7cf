import type { ServiceItem } from '../../domain/routing/item.ts'
import { validateItem } from '../../domain/routing/validate.ts'
import { digestOf } from './canonical.ts'
import type { Catalog } from './catalog.ts'
import { itemFile } from './item-schema.ts'
import { checkItemWindows } from './item-windows.ts'
import { composeLadder } from './ladders.ts'
import { catalogProblem, type CatalogProblem, type Path } from './problem.ts'
import type { LoaderRule } from './rules.ts'
import { parseYamlText } from './yaml-text.ts'
import { zodProblems } from './zod-problems.ts'

/** What came of one item's text. `item` is null where it has an error; `problems` holds warnings too. */
export interface CheckedItem {
  readonly item: ServiceItem | null
  /** sha256 of the item's canonical JSON; null with the item. */
  readonly digest: string | null
  readonly problems: readonly CatalogProblem[]
  /** Line of a place in the item, for rules that compare items. */
  lineOf(path: Path): number
}

/**
 * Reads one service item from YAML and checks it against every rule of design 5 that concerns one
 * item, on the offices and ladders given. Reads no file and never throws for what an office wrote.
 */
export function checkItemText(
  text: string,
  catalog: Pick<Catalog, 'departments' | 'stations' | 'windows' | 'ladders'>,
  file = 'item.yaml',
): CheckedItem {
  const yaml = parseYamlText(text, file)
  const failed = (problems: readonly CatalogProblem[]): CheckedItem => ({ item: null, digest: null, problems, lineOf: yaml.lineOf })
  if (yaml.problems.length > 0) return failed(yaml.problems)
  const parsed = itemFile.safeParse(yaml.value, { reportInput: true })
  if (!parsed.success) return failed(zodProblems(parsed.error, file, yaml.lineOf))

  const problems: CatalogProblem[] = []
  const report = (rule: LoaderRule, path: Path, args: Readonly<Record<string, string>>): void => {
    problems.push(catalogProblem(rule, { file, line: yaml.lineOf(path), path }, args))
  }
  const { ladder: use, ...rest } = parsed.data
  const placed = composeLadder(use, catalog.ladders, (rule, path, word) => report(rule, path, { word }))
  const item: ServiceItem = { ...rest, ladder: placed.map(({ rung }) => rung) }
  for (const { path, rule, severity, text: said } of validateItem(item)) {
    const inFile = pathInFile(path, placed)
    problems.push({ file, line: yaml.lineOf(inFile), path: inFile, rule, severity, text: said })
  }
  for (const { rule, path, args } of checkItemWindows(item, catalog)) report(rule, path, args)
  if (problems.some((problem) => problem.severity === 'error')) return failed(problems)
  return { item, digest: digestOf(item), problems, lineOf: yaml.lineOf }
}

/** A rung's place in the file differs from its place in the item, since a named ladder is written elsewhere. */
function pathInFile(path: Path, placed: readonly { readonly path: Path }[]): Path {
  const [head, index, ...rest] = path
  const origin = head === 'ladder' && typeof index === 'number' ? placed[index] : undefined
  return origin ? [...origin.path, ...rest] : path
}
