import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import { catalogProblem, type CatalogProblem, type Path } from './problem.ts'

/** Longest text of one file; a file of the catalogue is some kilobytes. */
export const MAX_TEXT_BYTES = 256 * 1024

/** One parsed YAML text. `lineOf` gives the line (from 1) of the deepest part of the path that is written down. */
export interface YamlText {
  readonly value: unknown
  readonly problems: readonly CatalogProblem[]
  lineOf(path: Path): number
}

/** Parses one file of the catalogue; the first broken line or key written twice, or too long a text, is a problem. */
export function parseYamlText(text: string, file: string): YamlText {
  if (Buffer.byteLength(text) > MAX_TEXT_BYTES) {
    const problem = catalogProblem('too-large', { file, line: 1, path: [] }, { limit: String(MAX_TEXT_BYTES) })
    return { value: undefined, problems: [problem], lineOf: () => 1 }
  }
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, strict: true })
  const broken = (detail: string, offset: number): CatalogProblem =>
    catalogProblem('not-yaml', { file, line: lines.linePos(offset).line, path: [] }, { detail })
  // What the parser says after the first broken line follows from it.
  const problems = [...document.errors, ...document.warnings].slice(0, 1).map((error) => broken(error.message, error.pos[0]))

  const resolved = (node: unknown): unknown => (isAlias(node) ? node.resolve(document) : node)
  const lineOf = (path: Path): number => {
    let node: unknown = document.contents
    let offset = startOf(node)
    for (const key of path) {
      const inner = resolved(node)
      if (isMap(inner)) {
        const pair = inner.items.find((p) => isScalar(p.key) && String(p.key.value) === String(key))
        if (!pair) break
        offset = startOf(pair.key) ?? offset
        node = pair.value
      } else if (isSeq(inner) && typeof key === 'number' && key < inner.items.length) {
        node = inner.items[key]
        offset = startOf(node) ?? offset
      } else break
    }
    return lines.linePos(offset ?? 0).line
  }
  if (problems.length > 0) return { value: undefined, problems, lineOf }
  try {
    return { value: document.toJS(), problems, lineOf }
  } catch (error) {
    return { value: undefined, problems: [broken(error instanceof Error ? error.message : String(error), 0)], lineOf }
  }
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined
}
