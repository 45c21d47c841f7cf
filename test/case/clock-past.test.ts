import { describe, expect, it } from '@jest/globals'
import { type ClockReport, deadlineReport } from '../../domain/case/deadline-report.ts'
import { ruleText } from '../../domain/case/rung-words.ts'
import { beijing, clerkOf, headOf, itemOf, shown } from './builders.ts'
import { filed, type Office } from './office.ts'

const SCHOOLING = clerkOf('dist-lake.education.schooling')
const HEAD = headOf('dist-lake.education.schooling')

function atSchooling(): Office {
  const office = filed().complete('2026-03-02 10:00', 'accept')
  office.give('2026-03-02 11:00', SCHOOLING, 'ClaimTask', office.onLead)
  return office
}

/** The clock of the school window's stage. */
function stageOf(office: Office, asOf: string): ClockReport {
  const found = deadlineReport(office.start, office.events, beijing(asOf)).clocks.filter(({ clock }) => clock.kind === 'stage')[1]
  if (!found) throw new Error('no second stage')
  return found
}

const records = (report: ClockReport): readonly unknown[] =>
  report.rungs.map((rung) => [
    rung.code,
    rung.state,
    rung.because,
    shown(rung.armedAt),
    shown(rung.at),
    shown(rung.firedAt),
    shown(rung.cancelledAt),
  ])

/** Yellow at the close of the 11th; three more days are granted on the 12th. */
function extendedAtYellow(): Office {
  const office = atSchooling().until('2026-03-11 17:30')
  office.give('2026-03-12 09:00', SCHOOLING, 'RequestExtension', { ...office.onLead, amount: 3, reason: 'complex-matter', note: null })
  office.give('2026-03-12 10:00', HEAD, 'DecideExtension', { requestId: 'x1', granted: true, note: null })
  return office
}

describe('the record of a rung', () => {
  it('says when it was armed, for when, and when it fired or was cancelled and why', () => {
    const office = atSchooling().until('2026-03-12 09:00').complete('2026-03-12 10:00', 'matched')
    expect(records(stageOf(office, '2026-03-13 10:00'))).toEqual([
      ['unclaimed', 'cancelled', 'condition-not-met', '2026-03-02 10:00', '2026-03-06 17:30', null, '2026-03-06 17:30'],
      ['stage-yellow', 'fired', null, '2026-03-02 10:00', '2026-03-11 17:30', '2026-03-11 17:30', null],
      ['stage-red', 'cancelled', 'clock-stopped', '2026-03-02 10:00', '2026-03-12 17:30', null, '2026-03-12 10:00'],
      ['stage-raise', 'cancelled', 'clock-stopped', '2026-03-02 10:00', '2026-03-16 17:30', null, '2026-03-12 10:00'],
    ])
  })

  it('begins anew where the date moved: the rung is armed again for its new instant', () => {
    const [unclaimed, yellow, red] = records(stageOf(extendedAtYellow(), '2026-03-12 11:00'))
    expect(unclaimed).toEqual([
      'unclaimed',
      'cancelled',
      'condition-not-met',
      '2026-03-02 10:00',
      '2026-03-06 17:30',
      null,
      '2026-03-06 17:30',
    ])
    expect(yellow).toEqual(['stage-yellow', 'armed', null, '2026-03-12 10:00', '2026-03-16 17:30', null, null])
    expect(red).toEqual(['stage-red', 'armed', null, '2026-03-12 10:00', '2026-03-17 17:30', null, null])
  })
})

describe('the cards of a clock', () => {
  it('are told one by one, the yellow one and the red one after it', () => {
    const stage = stageOf(atSchooling().until('2026-03-13 10:00'), '2026-03-13 10:00')
    expect(stage.cards.map((card) => [card.colour, card.rung, card.text.zh, card.text.en])).toEqual([
      ['yellow', 'stage-yellow', '2026年3月11日（周三） 17:30 亮黄牌。', 'Yellow card shown Wed 11 Mar 2026 17:30.'],
      ['red', 'stage-red', '2026年3月12日（周四） 17:30 亮红牌。', 'Red card shown Thu 12 Mar 2026 17:30.'],
    ])
  })

  it('that a granted extension has withdrawn are told as withdrawn', () => {
    const stage = stageOf(extendedAtYellow(), '2026-03-12 11:00')
    expect(stage.cards.map((card) => card.text)).toEqual([
      {
        zh: '2026年3月11日（周三） 17:30 亮黄牌，2026年3月12日（周四） 10:00 撤牌。',
        en: 'Yellow card shown Wed 11 Mar 2026 17:30, withdrawn Thu 12 Mar 2026 10:00.',
      },
    ])
    expect([stage.clock.card, stage.standing.colour]).toEqual([null, 'green'])
  })
})

describe('what a rung does, in words', () => {
  const rule = (code: string): { readonly zh: string; readonly en: string } => {
    const rung = itemOf('child-schooling').ladder.find((each) => each.code === code)
    if (!rung) throw new Error(`no rung ${code}`)
    return ruleText(rung, rung.actions)
  }

  it('names the moment, the condition and what follows', () => {
    expect(rule('stage-yellow')).toEqual({
      zh: '到期前1个工作日，仍未办结：黄牌，通知经办人、窗口负责人、专家。',
      en: '1 working day before it is due, if it is not done: yellow card; tells whoever works on it, the window lead, the expert.',
    })
    expect(rule('unclaimed')).toEqual({
      zh: '期限用去50%时，仍无人认领：通知窗口负责人、服务站督办员，改派到兜底窗口。',
      en: 'When 50 % of the time is spent, if nobody has claimed it: tells the window lead, the station supervisor; the task moves to the fallback window.',
    })
    expect(rule('sign-red')).toEqual({
      zh: '到期时，仍未签收：红牌，通知窗口负责人、部门负责人，催办（4个工作小时内答复）。',
      en: 'When it is due, if nobody has signed: red card; tells the window lead, the department head; an order (urge), to be answered within 4 working hours.',
    })
    expect(rule('stage-raise').zh).toBe('到期后2个工作日，仍未办结：通知部门负责人、服务站督办员，督办（8个工作小时内答复），提级督办。')
    expect(rule('legal-red').en).toContain("the province supervisor, the expert's leader contact, the expert")
    expect(rule('extension-reminder').zh).toBe('期限用去50%时：通知审批人。')
  })
})
