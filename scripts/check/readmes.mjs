import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const LONGEST_README = 40
/** Folders that hold no part of the product. */
const SKIPPED = new Set(['node_modules', 'dist', 'coverage', 'docs', 'data'])

/** Each top-level folder of `root` says in a short README what it is for. */
export function readmeProblems(root) {
  const folders = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !SKIPPED.has(entry.name))
    .map((entry) => entry.name)
  return folders.flatMap((folder) => {
    const path = `${folder}/README.md`
    const problem = (line, message) => [{ path, line, rule: 'folder-readme', message }]
    if (!existsSync(join(root, path))) return problem(1, 'is missing: duty, what it may import, how to add one more')
    const lines = readFileSync(join(root, path), 'utf8').trimEnd().split('\n').length
    return lines > LONGEST_README ? problem(LONGEST_README + 1, `${lines} lines; ${LONGEST_README} are enough`) : []
  })
}
