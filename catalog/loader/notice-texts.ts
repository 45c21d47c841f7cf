import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LANGUAGES, type Language, type Text } from '../../domain/text.ts'
import { catalogProblem, type CatalogProblem } from './problem.ts'

const NAMES: Readonly<Record<Language, Text>> = {
  zh: { zh: '中文', en: 'Chinese' },
  en: { zh: '英文', en: 'English' },
}

/** Notice texts that exist in one language only, or are blank. `dir` is the folder of the catalogue. */
export function checkNoticeTexts(dir: string): readonly CatalogProblem[] {
  const files = new Map(LANGUAGES.map((language) => [language, filesOf(join(dir, 'notices', language))]))
  const names = [...new Set([...files.values()].flat())].sort()
  return LANGUAGES.flatMap((language) =>
    names.flatMap((name): readonly CatalogProblem[] => {
      const file = `notices/${language}/${name}`
      const at = { file, line: 1, path: [] }
      if (!files.get(language)?.includes(name)) return [catalogProblem('notice-language', at, { file: name, language: NAMES[language] })]
      return readFileSync(join(dir, file), 'utf8').trim() === '' ? [catalogProblem('notice-empty', at)] : []
    }),
  )
}

function filesOf(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile() && !entry.name.startsWith('.')).map((entry) => entry.name)
}
