import { describe, expect, it } from '@jest/globals'
import { createPressKeys, randomKey } from '../../../web/http/press-key.ts'

function numbered(): () => string {
  let last = 0
  return () => `key-${++last}`
}

describe('a button that writes', () => {
  it('sends the same key for every try of one press, so a double tap counts once', () => {
    const keys = createPressKeys(numbered())
    expect([keys.keyFor({ score: 5 }), keys.keyFor({ score: 5 })]).toEqual(['key-1', 'key-1'])
  })

  it('takes another key for other words, and after it was accepted', () => {
    const keys = createPressKeys(numbered())
    expect([keys.keyFor({ note: 'a' }), keys.keyFor({ note: 'b' })]).toEqual(['key-1', 'key-2'])
    keys.accepted()
    expect(keys.keyFor({ note: 'b' })).toBe('key-3')
  })

  it('makes keys that the API takes, each another', () => {
    const [one, two] = [randomKey(), randomKey()]
    expect(one).toMatch(/^[0-9a-f]{32}$/)
    expect(one).not.toBe(two)
  })
})
