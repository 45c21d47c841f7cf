import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '..', '..')
export const README = readFileSync(join(ROOT, 'README.md'), 'utf8')

export type ReadmePart = 'walk-through' | 'due' | 'settings'

/** The text between `<!-- part language -->` and its end; throws where the README has no such part. */
export function partOf(part: ReadmePart, language: 'en' | 'zh'): string {
  const found = new RegExp(`<!-- ${part} ${language} -->\n([\\s\\S]*?)<!-- /${part} -->`).exec(README)
  if (!found?.[1]) throw new Error(`README.md has no part "${part} ${language}"`)
  return found[1]
}

/** Everything in the `sh` blocks of a part, as one script that ends at the first command that fails. */
export function scriptOf(part: ReadmePart, language: 'en' | 'zh'): string {
  const blocks = [...partOf(part, language).matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map((match) => match[1] ?? '')
  return ['set -euo pipefail', ...blocks].join('\n')
}
