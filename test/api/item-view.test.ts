import { describe, expect, it } from '@jest/globals'
import { itemView } from '../../api/views/item-view.ts'
import { itemOf } from '../case/builders.ts'

describe('a service item as it is shown', () => {
  it('says what follows when each of its limits passes, and of no limit that it does not have', () => {
    const { expiry } = itemView(itemOf('residence-permit'))
    expect(expiry.map(({ clock, effect }) => [clock, effect])).toEqual([
      ['sign', 'nothing'],
      ['legal', 'new-date'],
      ['promised', 'new-date'],
      ['cure', 'lapse'],
      ['answer', 'resume'],
      ['co-handling', 'deemed-consent'],
      ['order-reply', 'nothing'],
      ['aftercare', 'end'],
    ])
    expect(expiry[3]?.meaning).toEqual({ zh: '诉求终止，可重新提交', en: 'the appeal lapses and may be filed again' })
  })

  it('says what the end of a stage means', () => {
    const [reception, matching] = itemView(itemOf('child-schooling')).stages
    expect([reception?.expiry.effect, matching?.expiry.effect]).toEqual(['deemed-accepted', 'nothing'])
  })
})
