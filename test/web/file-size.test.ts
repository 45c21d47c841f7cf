import { describe, expect, it } from '@jest/globals'
import { sizeWords } from '../../web/http/file-size.ts'

describe('the size of a file', () => {
  it('is told in the unit that leaves the fewest digits', () => {
    const told = [0, 999, 1000, 14_400, 999_499, 999_500, 3_449_000, 20_000_000].map(sizeWords)
    expect(told).toEqual(['0 B', '999 B', '1 kB', '14 kB', '999 kB', '1 MB', '3.4 MB', '20 MB'])
  })
})
