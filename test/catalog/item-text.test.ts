import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { checkItemText } from '../../catalog/loader/check-item-text.ts'
import { load, told, withSmallCatalog } from './planted.ts'

describe('the text of an item on an administration page', () => {
  it('is checked without being saved', () => {
    withSmallCatalog((dir) => {
      const catalog = load(dir)
      const text = readFileSync(join(dir, 'items/visit.yaml'), 'utf8')
      const checked = checkItemText(text, catalog)
      expect(checked.problems).toEqual([])
      expect(checked.item).toEqual(catalog.items.get('visit'))
      expect(checked.digest).toBe(catalog.digests.get('visit'))
      const broken = checkItemText(text.replace('care.visits at city', 'care.gifts at city'), catalog)
      expect([broken.item, broken.digest]).toEqual([null, null])
      expect(told(broken.problems)).toEqual(['item.yaml:47 window-nowhere'])
    })
  })

  it.each([
    ['nothing', '', 'item.yaml:1 wrong-type'],
    ['a list', '- a\n- b', 'item.yaml:1 wrong-type'],
    ['a number', '42', 'item.yaml:1 wrong-type'],
    ['a NUL byte in a key', '\u0000: 1', 'item.yaml:1'],
    ['an alias to nothing', 'code: *a', 'item.yaml:1 not-yaml'],
  ])('that is %s is refused with a line', (_what, text, expected) => {
    withSmallCatalog((dir) => {
      const [first] = told(checkItemText(text, load(dir)).problems)
      expect(first).toContain(expected)
    })
  })

  it('that multiplies itself by aliases is refused', () => {
    withSmallCatalog((dir) => {
      const bomb = [
        'a: &a [x, x, x, x, x, x, x, x, x, x]',
        ...'bcdefg'.split('').map((k, i) => `${k}: &${k} [${`*${'abcdefg'[i]},`.repeat(10)}]`),
      ].join('\n')
      expect(told(checkItemText(bomb, load(dir)).problems)).toEqual(['item.yaml:1 not-yaml'])
    })
  })
})
