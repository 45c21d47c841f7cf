import { describe, expect, it } from '@jest/globals'
import type { StaffDue, StaffDues } from '../../web/http/shapes/task.ts'
import { dueWords, momentWords } from '../../web/staff/parts/due-words.ts'

/** Thursday 5 March 2026, 10:00 in the office. */
const NOW = Date.UTC(2026, 2, 5, 2)
const NONE: StaffDues = { legal: null, promised: null, stage: null }

function aDue(change: Partial<StaffDue>): StaffDue {
  return {
    clockId: 'c1',
    name: { zh: '环节时限', en: 'stage' },
    state: 'running',
    dueAt: '2026-03-10T09:30:00.000Z',
    colour: 'green',
    text: { zh: '', en: '' },
    remaining: { amount: 3.42, unit: 'working-days', exhausted: false },
    overdueBy: null,
    pause: null,
    ...change,
  }
}
const both = (dues: Partial<StaffDues>): unknown => {
  const all = { ...NONE, ...dues }
  const [zh, en] = [dueWords(all, NOW, 'zh'), dueWords(all, NOW, 'en')]
  return [zh.tone, zh.text, en.text]
}

describe('the badge of a limit', () => {
  it('says how many whole working days are left', () => {
    expect(both({ stage: aDue({}) })).toEqual(['calm', '剩 3 个工作日', '3 working days left'])
    expect(both({ stage: aDue({ colour: 'yellow', remaining: { amount: 1.2, unit: 'working-days', exhausted: false } }) })).toEqual([
      'near',
      '剩 1 个工作日',
      '1 working day left',
    ])
    expect(both({ stage: aDue({ remaining: { amount: 0.4, unit: 'working-days', exhausted: false } }) })).toEqual([
      'calm',
      '不足 1 个工作日',
      'Less than 1 working day left',
    ])
  })

  it('says the time of what comes due today, up to its last minute', () => {
    expect(both({ stage: aDue({ dueAt: '2026-03-05T09:30:00.000Z' }) })).toEqual(['today', '今天 17:30 到期', 'Due today 17:30'])
    expect(both({ stage: aDue({ dueAt: '2026-03-05T16:00:00.000Z' }) })).toEqual(['today', '今天 24:00 到期', 'Due today 24:00'])
    expect(both({ stage: aDue({ dueAt: '2026-03-06T02:00:00.000Z' }) })).toEqual(['calm', '剩 3 个工作日', '3 working days left'])
  })

  it('says by how much a limit is over, the longest overdue first, whatever else is paused', () => {
    const legal = aDue({ state: 'expired', dueAt: '2026-03-02T09:30:00.000Z', overdueBy: { amount: 2, unit: 'working-days' } })
    const promised = aDue({ state: 'expired', dueAt: '2026-03-04T09:30:00.000Z', overdueBy: { amount: 1, unit: 'working-days' } })
    expect(both({ legal, promised, stage: aDue({ state: 'paused', dueAt: null }) })).toEqual([
      'overdue',
      '逾期 2 个工作日',
      'Overdue by 2 working days',
    ])
  })

  it('says what a paused task waits for, though the legal limit runs on', () => {
    const pause = { reason: 'awaiting-materials', reasonText: { zh: '等待材料', en: 'papers' }, until: null } as const
    expect(both({ stage: aDue({ state: 'paused', dueAt: null, pause }), legal: aDue({}) })).toEqual([
      'paused',
      '已暂停：等待材料',
      'Paused: papers',
    ])
  })

  it('takes the limit that comes due next', () => {
    const promised = aDue({ dueAt: '2026-03-20T09:30:00.000Z', remaining: { amount: 11, unit: 'working-days', exhausted: false } })
    expect(both({ promised, stage: aDue({}) })).toEqual(['calm', '剩 3 个工作日', '3 working days left'])
    expect(both({ promised, stage: aDue({ state: 'stopped' }) })).toEqual(['calm', '剩 11 个工作日', '11 working days left'])
  })

  it('says that a limit counts from the acceptance, and that there is none', () => {
    expect(both({ promised: aDue({ state: 'awaiting-acceptance', dueAt: null }) })).toEqual([
      'waiting',
      '受理后计时',
      'Counts from acceptance',
    ])
    expect(both({})).toEqual(['none', '无期限', 'No limit'])
  })
})

describe('an instant in the office', () => {
  it('is told in its zone', () => {
    expect(momentWords('2026-03-05T17:05:00.000Z')).toBe('2026-03-06 01:05')
  })
})
