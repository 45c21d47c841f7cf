import type { FileKind } from './file-kinds.ts'

/** Characters of a name, its ending left out. */
const LONGEST = 100
/** Invisible ones, and those that turn the direction of writing, by which a name can lie about its ending. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Surrogate}]/gu

/**
 * The name a file is shown and saved under: the last part of what the client said, without characters that are
 * invisible or have a meaning in paths, with an ending that is true of its bytes.
 */
export function shownName(given: string, kind: FileKind): string {
  const last = given.normalize('NFC').replace(UNSEEN, '').split(/[\\/]/).at(-1) ?? ''
  const plain = last
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  const ending = kind.endings.find((each) => plain.toLowerCase().endsWith(`.${each}`))
  const stem = (ending === undefined ? plain : plain.slice(0, -ending.length - 1)).replace(/[. ]+$/, '')
  return `${[...(stem === '' ? 'file' : stem)].slice(0, LONGEST).join('')}.${ending ?? kind.endings[0]}`
}

/** Content-Disposition by RFC 6266: saved and not shown; a name in other than Latin letters in the extended form. */
export function attachment(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_')
  const extended = encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${ascii}"; filename*=UTF-8''${extended}`
}
