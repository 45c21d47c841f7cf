import { describe, expect, it } from '@jest/globals'
import { addBackward } from '../../domain/clocks/backward.ts'
import { amountWords } from '../../domain/clocks/date-words.ts'
import { dueAt } from '../../domain/clocks/due.ts'
import { sentences } from '../../domain/clocks/sentences.ts'
import type { Unit } from '../../domain/clocks/types.ts'
import { clockOf, type Example } from './example.ts'
import { catalogCalendar } from './ledgers.ts'

const cn = catalogCalendar('cn')

function told(example: Pick<Example, 'received' | 'limit' | 'pauses' | 'extensions' | 'endsAt'>): {
  zh: readonly string[]
  en: readonly string[]
} {
  const { trace } = dueAt(clockOf(example), cn, { trace: true })
  return { zh: sentences(trace, 'zh'), en: sentences(trace, 'en') }
}

describe('the sum is told in sentences', () => {
  it('of working days with holiday, make-up day, pause and extension', () => {
    const { zh, en } = told({
      received: '2026-02-12 10:00',
      limit: [2, 'working-days'],
      extensions: [[1, '2026-02-13 09:05']],
      pauses: [
        ['2026-02-24 10:00', '2026-02-25 10:00', 'hearing'],
        ['2026-02-24 11:00', '2026-02-24 18:00', 'awaiting-materials'],
      ],
    })
    expect(zh).toEqual([
      '2026年2月12日（周四） 10:00 开始计时。',
      '2026年2月13日（周五） 09:05 经 head 批准延期1个工作日，合计3个工作日。',
      '开始当日不计入，自2026年2月13日（周五）起算。',
      '2026年2月13日（周五）：第1个工作日（共3个）。',
      '2026年2月14日（周六）：第2个工作日（共3个，春节调休上班）。',
      ...[
        '15日（周日）',
        '16日（周一）',
        '17日（周二）',
        '18日（周三）',
        '19日（周四）',
        '20日（周五）',
        '21日（周六）',
        '22日（周日）',
        '23日（周一）',
      ].map((day) => `2026年2月${day}：春节，不计入。`),
      '2026年2月24日（周二）：中止（听证；等待专家补正材料），不计入。',
      '2026年2月25日（周三）：第3个工作日（共3个）。',
      '2026年2月25日（周三） 17:30 到期（下班时间）。',
    ])
    expect(en.filter((sentence) => !sentence.includes('Spring Festival.'))).toEqual([
      'Begins Thu 12 Feb 2026 10:00.',
      'Extended by 1 working day to 3 working days, granted Fri 13 Feb 2026 09:05 by head.',
      'The day on which it begins does not count; the first day is Fri 13 Feb 2026.',
      'Fri 13 Feb 2026: working day 1 of 3.',
      'Sat 14 Feb 2026: working day 2 of 3 (make-up day of Spring Festival).',
      'Tue 24 Feb 2026: not counted, paused (hearing; waiting for the expert’s materials).',
      'Wed 25 Feb 2026: working day 3 of 3.',
      'Due Wed 25 Feb 2026 17:30, at close of business.',
    ])
    expect(en[5]).toBe('Sun 15 Feb 2026: not counted, Spring Festival.')
  })

  it('of calendar days that move, for the expert', () => {
    expect(told({ received: '2026-03-06 10:00', limit: [1, 'calendar-days'], endsAt: 'midnight' })).toEqual({
      zh: [
        '2026年3月6日（周五） 10:00 开始计时。',
        '开始当日不计入，自2026年3月7日（周六）起算。',
        '2026年3月7日（周六）：第1个自然日（共1个）。',
        '2026年3月7日（周六）不是工作日（休息日），最后一日移至2026年3月9日（周一）。',
        '2026年3月9日（周一） 24:00 到期（当日24时）。',
      ],
      en: [
        'Begins Fri 6 Mar 2026 10:00.',
        'The day on which it begins does not count; the first day is Sat 7 Mar 2026.',
        'Sat 7 Mar 2026: calendar day 1 of 1.',
        'Sat 7 Mar 2026 is no working day (rest day); the last day moves to Mon 9 Mar 2026.',
        'Due Mon 9 Mar 2026 24:00, at the end of the day.',
      ],
    })
  })

  it('of months, provisionally', () => {
    expect(told({ received: '2026-12-31 10:00', limit: [2, 'calendar-months'] })).toEqual({
      zh: [
        '2026年12月31日（周四） 10:00 开始计时。',
        '开始当日不计入，自2027年1月1日（周五）起算。',
        '2个月后的月末日（当月无对应日）为2027年2月28日（周日）。',
        '2027年2月28日（周日）不是工作日（休息日），最后一日移至2027年3月1日（周一）。',
        '暂定：日历只收录2024年1月1日（周一）至2026年12月31日（周四）公布的放假安排。',
        '2027年3月1日（周一） 17:30 到期（下班时间）。',
      ],
      en: [
        'Begins Thu 31 Dec 2026 10:00.',
        'The day on which it begins does not count; the first day is Fri 1 Jan 2027.',
        '2 months later: Sun 28 Feb 2027, the last day of a month without a corresponding day.',
        'Sun 28 Feb 2027 is no working day (rest day); the last day moves to Mon 1 Mar 2027.',
        'Provisional: the calendar holds announced holidays only from Mon 1 Jan 2024 to Thu 31 Dec 2026.',
        'Due Mon 1 Mar 2027 17:30, at close of business.',
      ],
    })
    expect(told({ received: '2026-03-02 10:00', limit: [1, 'calendar-months'] }).en[2]).toBe(
      '1 month later: Thu 2 Apr 2026, the corresponding day.',
    )
    expect(told({ received: '2026-03-02 10:00', limit: [1, 'calendar-months'] }).zh[2]).toBe('1个月后的对应日为2026年4月2日（周四）。')
  })

  it('of office hours with a break, a pause and a make-up day', () => {
    expect(
      told({
        received: '2026-02-13 17:00',
        limit: [90, 'working-minutes'],
        pauses: [['2026-02-14 09:30', '2026-02-14 10:00', 'other-office-document']],
      }),
    ).toEqual({
      zh: [
        '2026年2月13日（周五） 17:00 开始计时。',
        '2026年2月13日（周五） 17:00–17:30：计30分钟，累计30分钟，共90分钟。',
        '2026年2月14日（周六） 09:00–09:30（春节调休上班）：计30分钟，累计60分钟，共90分钟。',
        '2026年2月14日（周六） 09:30–10:00：中止（等待其他单位文件），不计入。',
        '2026年2月14日（周六） 10:00–10:30（春节调休上班）：计30分钟，累计90分钟，共90分钟。',
        '2026年2月14日（周六） 10:30 到期。',
      ],
      en: [
        'Begins Fri 13 Feb 2026 17:00.',
        'Fri 13 Feb 2026 17:00–17:30: 30 min, 30 min of 90 min in all.',
        'Sat 14 Feb 2026 09:00–09:30 (make-up day of Spring Festival): 30 min, 60 min of 90 min in all.',
        'Sat 14 Feb 2026 09:30–10:00: not counted, paused (waiting for another office’s document).',
        'Sat 14 Feb 2026 10:00–10:30 (make-up day of Spring Festival): 30 min, 90 min of 90 min in all.',
        'Due Sat 14 Feb 2026 10:30.',
      ],
    })
  })

  it('of a clock that is held, and of elapsed hours', () => {
    const { zh, en } = told({ received: '2026-03-02 10:00', limit: [3, 'elapsed-hours'], pauses: [['2026-03-02 11:30', null, 'tender']] })
    expect(zh).toEqual([
      '2026年3月2日（周一） 10:00 开始计时。',
      '2026年3月2日（周一） 10:00–11:30：计1小时30分钟，累计1小时30分钟，共3小时。',
      '自2026年3月2日（周一） 11:30 起中止（招标），暂无到期时间，剩余1小时30分钟。',
    ])
    expect(en).toEqual([
      'Begins Mon 2 Mar 2026 10:00.',
      'Mon 2 Mar 2026 10:00–11:30: 1 h 30 min, 1 h 30 min of 3 h in all.',
      'Paused since Mon 2 Mar 2026 11:30 (tender); no date for now, 1 hour 30 minutes left.',
    ])
  })

  it('of a limit counted back, and of a span with seconds', () => {
    const { trace } = addBackward(cn, '2026-03-21', { amount: 30, unit: 'calendar-days' })
    expect(sentences(trace, 'en')).toEqual([
      '30 calendar days before Sat 21 Mar 2026: Thu 19 Feb 2026.',
      'Thu 19 Feb 2026 is no working day (Spring Festival); the last day moves to Sat 14 Feb 2026.',
      'Due Sat 14 Feb 2026 17:30, at close of business.',
    ])
    expect(sentences(trace, 'zh')).toEqual([
      '2026年3月21日（周六）前30个自然日为2026年2月19日（周四）。',
      '2026年2月19日（周四）不是工作日（春节），最后一日移至2026年2月14日（周六）。',
      '2026年2月14日（周六） 17:30 到期（下班时间）。',
    ])
    const clock = clockOf({ received: '2026-03-02 11:59', limit: [1, 'working-minutes'] })
    const shifted = dueAt({ ...clock, startedAt: clock.startedAt + 30_000 }, cn, { trace: true }).trace
    expect(sentences(shifted, 'zh').slice(1, 3)).toEqual([
      '2026年3月2日（周一） 11:59:30–12:00：计30秒，累计30秒，共1分钟。',
      '2026年3月2日（周一） 13:30–13:30:30：计30秒，累计1分钟，共1分钟。',
    ])
  })

  it('of working hours that begin off the minute: what a reader adds up is what is written', () => {
    const clock = clockOf({ received: '2026-03-06 16:00', limit: [4, 'working-hours'] })
    const { trace } = dueAt({ ...clock, startedAt: clock.startedAt + 20_600 }, cn, { trace: true })
    expect(sentences(trace, 'en')).toEqual([
      'Begins Fri 6 Mar 2026 16:00.',
      'Fri 6 Mar 2026 16:00:20–17:30: 1 h 29 min 40 s, 1 h 29 min 40 s of 4 h in all.',
      'Sat 7 Mar 2026: not counted, rest day.',
      'Sun 8 Mar 2026: not counted, rest day.',
      'Mon 9 Mar 2026 09:00–11:30:20: 2 h 30 min 20 s, 4 h of 4 h in all.',
      'Due Mon 9 Mar 2026 11:30:20.',
    ])
    expect(sentences(trace, 'zh').slice(4)).toEqual([
      '2026年3月9日（周一） 09:00–11:30:20：计2小时30分20秒，累计4小时，共4小时。',
      '2026年3月9日（周一） 11:30:20 到期。',
    ])
  })

  it('of months in which paused days are added', () => {
    const months = { received: '2026-03-02 10:00', limit: [1, 'calendar-months'] } as const
    const one = told({ ...months, pauses: [['2026-03-10 10:00', '2026-03-11 10:00', 'hearing']] })
    expect(one.en.slice(2)).toEqual([
      '1 month later: Thu 2 Apr 2026, the corresponding day.',
      'Tue 10 Mar 2026: not counted, paused (hearing).',
      '1 paused day is added: Fri 3 Apr 2026.',
      'Due Fri 3 Apr 2026 17:30, at close of business.',
    ])
    const two = told({ ...months, pauses: [['2026-03-10 10:00', '2026-03-12 10:00', 'hearing']] })
    expect(two.en.slice(5)).toEqual([
      '2 paused days are added: Sat 4 Apr 2026.',
      'Sat 4 Apr 2026 is no working day (Qingming); the last day moves to Tue 7 Apr 2026.',
      'Due Tue 7 Apr 2026 17:30, at close of business.',
    ])
    expect(two.zh[5]).toBe('中止2日，顺延至2026年4月4日（周六）。')
  })

  it('of an extension of which nobody said who granted it', () => {
    const clock = clockOf({ received: '2026-03-02 10:00', limit: [1, 'working-days'], extensions: [[1, '2026-03-02 15:00']] })
    const nobody = { ...clock, extensions: clock.extensions.map((extension) => ({ ...extension, by: '' })) }
    const { trace } = dueAt(nobody, cn, { trace: true })
    expect(sentences(trace, 'en')[1]).toBe('Extended by 1 working day to 2 working days, granted Mon 2 Mar 2026 15:00.')
    expect(sentences(trace, 'zh')[1]).toBe('2026年3月2日（周一） 15:00 批准延期1个工作日，合计2个工作日。')
  })

  it('of what is left of hours, in hours and minutes', () => {
    const words = (amount: number, unit: Unit): string[] => [amountWords(amount, unit, 'zh'), amountWords(amount, unit, 'en')]
    expect(words(8.6667, 'working-hours')).toEqual(['8个工作小时40分钟', '8 working hours 40 minutes'])
    expect(words(1.0167, 'elapsed-hours')).toEqual(['1小时1分钟', '1 hour 1 minute'])
    expect(words(0.5, 'working-hours')).toEqual(['30个工作分钟', '30 working minutes'])
    expect(words(0.5, 'elapsed-hours')).toEqual(['30分钟', '30 minutes'])
    expect(words(2.9999, 'working-hours')).toEqual(['3个工作小时', '3 working hours'])
    expect(words(2, 'working-hours')).toEqual(['2个工作小时', '2 working hours'])
  })
})
