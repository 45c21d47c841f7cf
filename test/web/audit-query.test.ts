import { describe, expect, it } from '@jest/globals'
import { auditQuery, NOTHING_ASKED } from '../../web/staff/admin/audit/audit-query.ts'

describe('a search of the audit', () => {
  it('asks for days of the offices, the last one whole, and leaves out what is open', () => {
    expect(auditQuery({ ...NOTHING_ASKED, who: ' clerk ', from: '2026-03-05', to: '2026-03-05' }, '')).toBe(
      'who=clerk&from=2026-03-04T16%3A00%3A00.000Z&to=2026-03-05T16%3A00%3A00.000Z',
    )
    expect(auditQuery(NOTHING_ASKED, 'next')).toBe('cursor=next')
  })
})
