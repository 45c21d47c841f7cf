import { describe, expect, it } from '@jest/globals'
import { ITEM_FAULTS } from './item-faults.ts'
import { plant, problemsIn, told, withSmallCatalog } from './planted.ts'
import { TEXT_FAULTS } from './text-faults.ts'

describe('the loader refuses', () => {
  it.each([...ITEM_FAULTS, ...TEXT_FAULTS])('$title', ({ find, put, told: expected }) => {
    withSmallCatalog((dir) => {
      plant(dir, 'items/visit.yaml', find, put)
      expect(told(problemsIn(dir))).toEqual(expected)
    })
  })
})
