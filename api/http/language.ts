import type { Language } from '../../domain/text.ts'

/**
 * The language to answer in: the first of zh and en by weight in Accept-Language, else the person's
 * own, else zh.
 */
export function readerLanguage(acceptLanguage: string | undefined, own: Language | null): Language {
  const ranges = (acceptLanguage ?? '').split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
    const weight = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find((found) => found !== undefined)
    return { primary: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) }
  })
  const wanted = ranges.filter((range) => range.weight > 0).sort((a, b) => b.weight - a.weight)
  for (const { primary } of wanted) {
    if (primary === 'zh' || primary === 'en') return primary
  }
  return own ?? 'zh'
}
