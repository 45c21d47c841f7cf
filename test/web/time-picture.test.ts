import { describe, expect, it } from '@jest/globals'
import type { HolderSpan, TimeLedger } from '../../web/http/shapes/case.ts'
import { lanesOf, minutesWords } from '../../web/staff/case/time-picture.ts'

const name = { zh: 'x', en: 'x' }
const span = (holder: HolderSpan['holder'], window: string | null, minutes: number): HolderSpan => ({
  holder,
  window,
  name,
  minutes,
  from: '',
  to: '',
  stageName: null,
  reasonText: null,
})
const ledger = (spans: readonly HolderSpan[], holders: TimeLedger['holders']): TimeLedger => ({
  calendar: { name },
  provisional: false,
  totalMinutes: holders.reduce((sum, { minutes }) => sum + minutes, 0),
  holders,
  spans,
})

describe('the picture of the time ledger', () => {
  it('gives each holder a row, its blocks where its time was, and its share', () => {
    const spans = [span('window', 'a', 100), span('expert', null, 50), span('expert', null, 0), span('window', 'a', 50)]
    const lanes = lanesOf(ledger(spans, [span('window', 'a', 150), span('expert', null, 50)]), 400)
    expect(lanes.map(({ key, share, blocks }) => [key, share, blocks.map(({ x, width }) => [x, width])])).toEqual([
      [
        'window a',
        75,
        [
          [0, 200],
          [300, 100],
        ],
      ],
      ['expert ', 25, [[200, 100]]],
    ])
  })

  it('keeps a short time visible and within the picture', () => {
    const lanes = lanesOf(
      ledger([span('window', 'a', 9999), span('expert', null, 1)], [span('window', 'a', 9999), span('expert', null, 1)]),
      100,
    )
    expect(lanes[1]?.blocks.map(({ x, width }) => [x, width])).toEqual([[98, 2]])
  })

  it('is empty before any office hour has passed', () => {
    expect(lanesOf(ledger([span('window', 'a', 0)], [span('window', 'a', 0)]), 100)).toMatchObject([{ share: 0, blocks: [] }])
  })

  it('tells minutes as hours and minutes', () => {
    expect([0, 59, 60, 320].map((minutes) => minutesWords(minutes, 'zh'))).toEqual(['0 分', '59 分', '1 小时', '5 小时 20 分'])
    expect(minutesWords(320, 'en')).toBe('5 h 20 min')
  })
})
