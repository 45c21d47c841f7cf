import { describe, expect, it } from '@jest/globals'
import { EMPTY_TALLY } from '../../domain/case/change-tally.ts'
import { previewLines } from '../../scripts/calendar/words.ts'

describe('what npm run calendar tells of a preview', () => {
  it('an office limit ends at the close, an expert’s own limit at 24:00 of its last day, and a paused one has no date', () => {
    const green = { colourBefore: 'green', colourAfter: 'green' } as const
    const lines = previewLines({
      digest: 'digest',
      brings: [{ id: 'cn', version: '2026.2' }],
      tally: EMPTY_TALLY,
      first: [
        {
          number: 'HY-2026-000001-7',
          clocks: [
            { kind: 'legal', dueBefore: '2026-12-02T09:30:00.000Z', dueAfter: '2026-12-04T09:30:00.000Z', ...green },
            { kind: 'cure', dueBefore: '2026-12-31T16:00:00.000Z', dueAfter: '2027-01-04T16:00:00.000Z', ...green },
            { kind: 'stage', dueBefore: null, dueAfter: '2026-12-04T09:30:00.000Z', colourBefore: 'green', colourAfter: 'yellow' },
          ],
        },
      ],
    })
    expect(lines.slice(-3)).toEqual([
      '  HY-2026-000001-7  legal        2026-12-02 17:30 -> 2026-12-04 17:30',
      '  HY-2026-000001-7  cure         2026-12-31 24:00 -> 2027-01-04 24:00',
      '  HY-2026-000001-7  stage        — -> 2026-12-04 17:30  绿 green -> 黄 yellow',
    ])
  })
})
