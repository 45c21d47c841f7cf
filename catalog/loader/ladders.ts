import type { Rung } from '../../domain/routing/item.ts'
import { laddersFile, type Ladders, type LadderUse } from './ladder-schema.ts'
import { catalogProblem, type CatalogProblem, type Path } from './problem.ts'
import { parseYamlText } from './yaml-text.ts'
import { zodProblems } from './zod-problems.ts'

export interface ReadLadders {
  readonly ladders: Ladders
  readonly problems: readonly CatalogProblem[]
}

/** Reads the named ladders from the text of `ladders.yaml`. */
export function readLadders(text: string, file: string): ReadLadders {
  const yaml = parseYamlText(text, file)
  if (yaml.problems.length > 0) return { ladders: new Map(), problems: yaml.problems }
  const parsed = laddersFile.safeParse(yaml.value, { reportInput: true })
  if (!parsed.success) return { ladders: new Map(), problems: zodProblems(parsed.error, file, yaml.lineOf) }
  const problems: CatalogProblem[] = []
  const ladders = new Map<string, readonly Rung[]>()
  const twice = (path: Path, code: string): void => {
    problems.push(catalogProblem('duplicate-office', { file, line: yaml.lineOf(path), path }, { code }))
  }
  parsed.data.ladders.forEach((ladder, l) => {
    if (ladders.has(ladder.code)) twice(['ladders', l, 'code'], ladder.code)
    ladder.rungs.forEach((rung, r) => {
      if (ladder.rungs.findIndex((other) => other.code === rung.code) < r) twice(['ladders', l, 'rungs', r, 'code'], rung.code)
    })
    ladders.set(ladder.code, ladder.rungs)
  })
  return { ladders, problems }
}

/** One rung of an item's ladder with the place in the item's file that put it there. */
export interface PlacedRung {
  readonly rung: Rung
  readonly path: Path
}

/**
 * The rungs of an item: those of the named ladder without the ones left out, then the item's own; an
 * own rung with the code of a named one takes its place. `refuse` is called for names that do not exist.
 */
export function composeLadder(
  { use, without, rungs: own }: LadderUse,
  ladders: Ladders,
  refuse: (rule: 'unknown-ladder' | 'unknown-rung', path: Path, word: string) => void,
): readonly PlacedRung[] {
  const named = ladders.get(use)
  if (!named) {
    refuse('unknown-ladder', ['ladder', 'use'], use)
    return []
  }
  without.forEach((code, w) => {
    if (!named.some((rung) => rung.code === code)) refuse('unknown-rung', ['ladder', 'without', w], code)
  })
  const placed: PlacedRung[] = named.filter((rung) => !without.includes(rung.code)).map((rung) => ({ rung, path: ['ladder'] }))
  own.forEach((rung, r) => {
    const entry = { rung, path: ['ladder', 'rungs', r] }
    const at = placed.findIndex((other) => other.rung.code === rung.code && other.path.length === 1)
    if (at >= 0) placed[at] = entry
    else placed.push(entry)
  })
  return placed
}
