import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { fold } from '../../domain/case/index.ts'
import { SYSTEM } from '../../domain/people/actor.ts'
import { anOffice, type Office, THURSDAY_10 } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await anOffice()
})
afterAll(async () => {
  await office.close()
})

describe('the past of an appeal', () => {
  it('begins with the calendars it was filed with, whichever have replaced them', async () => {
    const filed = await office.file()
    const cn = filed.start.calendars['cn']
    if (!cn) throw new Error('no calendar cn')
    const calendar = { ...cn, version: '2026.2', holidays: { ...cn.holidays, '2026-03-12': { zh: '临时放假', en: 'day off' } } }
    const after = await office.act(filed, {
      kind: 'ReplaceCalendar',
      id: 'new',
      at: THURSDAY_10 + 3_600_000,
      actor: SYSTEM,
      data: { calendar },
    })
    const past = await office.cases.history(filed.start.caseId)
    expect(past?.start.calendars['cn']?.version).toBe(cn.version)
    expect(past?.events.length).toBe(after.seq)
    expect(past && fold(past.start, past.events)).toEqual(after)
    expect(after.start.calendars['cn']?.version).toBe('2026.2')
  })

  it('is not there before the first event is written, nor for an id that nobody has', async () => {
    const intake = await office.intake()
    if (intake.kind !== 'created') throw new Error(`an intake was ${intake.kind}`)
    expect(await office.cases.history(intake.id)).toBeNull()
    expect(await office.cases.history('00000000-0000-4000-8000-000000000000')).toBeNull()
  })
})
