import { describe, expect, it } from '@jest/globals'
import { amountText } from '../../domain/notices/amounts.ts'
import { dueDateText } from '../../domain/notices/dates.ts'

describe('dates and amounts in mails', () => {
  it('a due date is written with its weekday in Asia/Shanghai, in the reader’s language', () => {
    const at = Date.parse('2026-10-12T09:30:00Z')
    expect(dueDateText(at, 'zh')).toBe('2026年10月12日（星期一）17:30')
    expect(dueDateText(at, 'en')).toBe('Monday 12 October 2026, 17:30')
  })

  it('late in the evening UTC it is already the next day in Shanghai', () => {
    const at = Date.parse('2026-12-31T17:05:00Z')
    expect(dueDateText(at, 'zh')).toBe('2027年1月1日（星期五）01:05')
    expect(dueDateText(at, 'en')).toBe('Friday 1 January 2027, 01:05')
  })

  it('a limit of the expert that ends at midnight is shown as 24:00 of its last day', () => {
    const at = Date.parse('2026-10-18T16:00:00Z')
    expect(dueDateText(at, 'zh')).toBe('2026年10月18日（星期日）24:00')
    expect(dueDateText(at, 'en')).toBe('Sunday 18 October 2026, 24:00')
  })

  it('29 February is named in a leap year', () => {
    expect(dueDateText(Date.parse('2028-02-29T09:30:00Z'), 'en')).toBe('Tuesday 29 February 2028, 17:30')
  })

  it('amounts carry their unit, one of it in the singular', () => {
    expect(amountText(3, 'working-days', 'zh')).toBe('3 个工作日')
    expect(amountText(3, 'working-days', 'en')).toBe('3 working days')
    expect(amountText(1, 'working-days', 'en')).toBe('1 working day')
    expect(amountText(2.5, 'working-hours', 'zh')).toBe('2.5 个工作小时')
    expect(amountText(1.25, 'working-hours', 'en')).toBe('1.3 working hours')
    expect(amountText(15, 'calendar-days', 'zh')).toBe('15 天')
    expect(amountText(1, 'calendar-months', 'en')).toBe('1 month')
    expect(amountText(24, 'elapsed-hours', 'zh')).toBe('24 小时')
    expect(amountText(90, 'working-minutes', 'en')).toBe('90 working minutes')
  })
})
