/** Leaves room for `to-` within the 60 characters of a code of the catalogue. */
const LONGEST = 57

/** A maker of codes of the catalogue (`kebab-case`): the same name gets the same code, two names never one. */
export function codeMaker(otherwise: string): (name: string) => string {
  const codes = new Map<string, string>()
  const taken = new Set<string>()
  return (name) => {
    const known = codes.get(name)
    if (known !== undefined) return known
    const plain = slug(name) || otherwise
    let code = plain
    for (let n = 2; taken.has(code); n += 1) code = `${plain.slice(0, LONGEST - 1 - String(n).length)}-${n}`
    codes.set(name, code)
    taken.add(code)
    return code
  }
}

/** Small letters and digits joined by hyphens, beginning with a letter; empty where the name has none of them. */
function slug(name: string): string {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  const begun = /^\d/.test(words) ? `t-${words}` : words
  return begun.slice(0, LONGEST).replace(/-+$/, '')
}
