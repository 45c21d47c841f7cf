import { describe, expect, it } from '@jest/globals'
import { accountableText, whyHere } from '../../domain/case/why-here.ts'
import { supervisorOf, windowNamed } from './builders.ts'
import { filed, type Office } from './office.ts'

const name = (code: string): { zh: string; en: string } => ({ zh: code, en: code })
const RETURN = { reason: 'wrong-place', note: null, evidence: null } as const

/** The lines of the last dispatch, in English. */
const lastLines = (office: Office): readonly string[] =>
  whyHere(office.state, office.events, name)
    .at(-1)
    ?.lines.map(({ en }) => en) ?? []

describe('why an appeal is where it is', () => {
  it('begins where the item says, at the window of the expert’s own station', () => {
    expect(whyHere(filed().state, filed().events, name)).toMatchObject([
      {
        isOpen: true,
        lines: [
          { zh: '按事项规定，诉求从“受理”环节开始。', en: 'By the rules of the item an appeal begins with the stage "Acceptance".' },
          {
            zh: '专家所在服务站设有“dist-lake.general.reception”，由其承办。',
            en: "The expert's own station has dist-lake.general.reception, so it handles the stage.",
          },
        ],
      },
    ])
  })

  it('tells the outcome, the condition with its result and its facts, and the level that led to a window above', () => {
    const office = filed({ facts: { schoolStage: 'senior', hukou: 'local' } })
      .complete('2026-03-02 10:00', 'accept')
      .complete('2026-03-03 10:00', 'matched')
    expect(lastLines(office)).toEqual([
      'The stage "Matching a school" was completed with "School matched"; by the rules of the item "Approval of a senior school place" follows.',
      'The condition form.schoolStage = "senior" holds (Stage of schooling: Senior middle school).',
      'The item asks for a window of the province.',
      "prov.education.schooling is the nearest one above the expert's own station, so it handles the stage.",
    ])
  })

  it('tells a return with its reason, and who arbitration named', () => {
    const office = filed().complete('2026-03-02 10:00', 'accept')
    office.give('2026-03-02 11:00', office.clerk, 'ReturnTask', { ...office.onLead, ...RETURN })
    expect(lastLines(office)).toEqual([
      'dist-lake.education.schooling returned it (wrong place); the first return goes to the fallback window dist-lake.general.reception.',
    ])
    office.give('2026-03-02 15:00', office.clerk, 'ReturnTask', { ...office.onLead, ...RETURN })
    office.give('2026-03-03 09:00', supervisorOf('dist-lake'), 'Arbitrate', {
      window: windowNamed('city-east.education.schooling'),
      note: null,
    })
    expect(lastLines(office)).toEqual(['Arbitration named city-east.education.schooling, which may not return it.'])
  })

  it('tells the condition under which a co-handler was asked', () => {
    const office = filed({ facts: { schoolStage: 'primary', hukou: 'none' } }).complete('2026-03-02 10:00', 'accept')
    expect(lastLines(office)[0]).toBe('By the rules of the item dist-lake.public-security.household co-handles.')
    expect(lastLines(office)[1]).toContain('The condition form.hukou = "none" holds')
  })

  it('names the window that stays accountable until another has signed', () => {
    const office = filed().complete('2026-03-02 10:00', 'accept')
    expect(accountableText(office.state, name)?.zh).toBe(
      '首接负责：“dist-lake.education.schooling”签收之前，仍由“dist-lake.general.reception”负责。',
    )
    office.give('2026-03-02 10:30', office.clerk, 'SignTask', office.onLead)
    expect(accountableText(office.state, name)).toBeNull()
  })
})
