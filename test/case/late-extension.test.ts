import { describe, expect, it } from '@jest/globals'
import { permit } from '../../domain/case/index.ts'
import { recordedRefusal } from '../../domain/case/late-extension.ts'
import { pendingExtension } from '../../domain/case/lookups.ts'
import { beijing, clerkOf, headOf } from './builders.ts'
import { filed, type Office } from './office.ts'

const WINDOW = 'dist-lake.education.schooling'
const clerk = clerkOf(WINDOW)

/** Accepted on Monday 2 March at 10:00 and claimed: stage due on the 12th, promised on the 16th, legal on the 30th. */
function claimed(): Office {
  const office = filed().complete('2026-03-02 10:00', 'accept')
  office.give('2026-03-03 09:00', clerk, 'ClaimTask', office.onLead)
  return office
}

function askedAt(office: Office, at: string): readonly string[] {
  const request = { ...office.onLead, amount: 5, reason: 'complex-matter', note: null } as const
  return office.give(at, clerk, 'RequestExtension', request).map((event) => event.type)
}

describe('an extension that is asked for too late', () => {
  it('begins at the very instant of the date; a minute before it is in time', () => {
    expect(askedAt(claimed(), '2026-03-12 17:29')).toContain('ExtensionRequested')
    expect(askedAt(claimed(), '2026-03-12 17:30')).toEqual(['ExtensionAskedLate'])
  })

  it('is refused and recorded as overtime, with the date that had passed and by how much', () => {
    const office = claimed()
    askedAt(office, '2026-03-16 10:00')
    expect(office.last('ExtensionAskedLate').data).toEqual({
      taskId: office.lead.id,
      amount: 5,
      reason: 'complex-matter',
      clockId: office.clock('stage').id,
      dueAt: beijing('2026-03-12 17:30'),
      overdueBy: { amount: 2, unit: 'working-days' },
      note: null,
    })
    expect(office.state.lateExtensions).toMatchObject([
      { taskId: office.lead.id, askedAt: beijing('2026-03-16 10:00'), askedBy: { id: `clerk of ${WINDOW}` } },
    ])
  })

  it('changes nothing else: no date, no request that pends, no mail, not even the version of the task', () => {
    const office = claimed().until('2026-03-16 10:00')
    const { clocks, tasks } = office.state
    askedAt(office, '2026-03-16 10:00')
    expect(office.state.clocks).toEqual(clocks)
    expect(office.state.tasks).toEqual(tasks)
    expect(pendingExtension(office.state)).toBeNull()
    expect(office.lastNotices).toEqual([])
  })

  it('is told as a refusal to whoever gave that command, and to nobody else', () => {
    const office = claimed()
    askedAt(office, '2026-03-16 10:00')
    expect(recordedRefusal(office.state, office.last('ExtensionAskedLate').commandId)?.refusal).toBe('extension-too-late')
    expect(recordedRefusal(office.state, office.last('TaskClaimed').commandId)).toBeNull()
  })

  it('is recorded once for one date; asked again it is refused alone', () => {
    const office = claimed()
    askedAt(office, '2026-03-16 10:00')
    const again = { ...office.onLead, amount: 5, reason: 'complex-matter', note: null } as const
    expect(office.refusal('2026-03-16 10:05', clerk, 'RequestExtension', again)).toBe('extension-too-late')
  })

  it('is not offered as something to do', () => {
    const office = claimed().until('2026-03-12 17:29')
    expect(permit(office.state, 'RequestExtension', { taskId: office.lead.id }, clerk)).toBe(true)
    office.until('2026-03-12 17:30')
    expect(permit(office.state, 'RequestExtension', { taskId: office.lead.id }, clerk)).toMatchObject({ refusal: 'extension-too-late' })
  })

  it('with a reason out of the list, or by somebody who may not ask, leaves no record', () => {
    const office = claimed()
    const request = { ...office.onLead, amount: 5, reason: 'tired' as 'complex-matter', note: null }
    expect(office.refusal('2026-03-16 10:00', clerk, 'RequestExtension', request)).toBe('reason-unknown')
    expect(office.refusal('2026-03-16 10:00', headOf(WINDOW), 'RequestExtension', { ...request, reason: 'complex-matter' })).toBe(
      'not-permitted',
    )
    expect(office.state.lateExtensions).toBeUndefined()
  })

  it('also where the date of the whole appeal has passed and that of the new step has not', () => {
    const office = claimed().complete('2026-03-17 10:00', 'matched')
    const request = { ...office.onLead, amount: 5, reason: 'complex-matter', note: null } as const
    office.give('2026-03-17 11:00', office.clerk, 'RequestExtension', request)
    expect(office.last('ExtensionAskedLate').data).toMatchObject({
      clockId: office.clock('promised').id,
      overdueBy: { amount: 1, unit: 'working-days' },
    })
  })
})
