import { fillText } from '../../domain/routing/item-rules.ts'
import type { Text } from '../../domain/text.ts'
import type { CatalogProblem, Path } from './problem.ts'

/** Every rule a calendar must keep. A year that is not announced is left out, never guessed (domain.md section 4). */
export const CALENDAR_RULES = {
  'calendar-id': { zh: '日历编号“{id}”与文件名“{name}”不一致', en: 'the calendar id "{id}" is not the name of its file, "{name}"' },
  'calendar-offset': { zh: '“{word}”不是时差，例如 +08:00', en: '"{word}" is no offset from UTC; write for example +08:00' },
  'calendar-date': { zh: '“{word}”不是日期', en: '"{word}" is no date' },
  'calendar-period': { zh: '“{word}”不是办公时段，例如 09:00-12:00', en: '"{word}" is no opening period; write for example 09:00-12:00' },
  'calendar-overlap': {
    zh: '办公时段“{word}”与前一时段重叠或顺序颠倒',
    en: 'the opening period "{word}" overlaps the one before or comes too late in the list',
  },
  'calendar-never-open': { zh: '每周没有任何工作日或办公时段', en: 'the week has no working day or no opening hours' },
  'calendar-range': { zh: '覆盖范围必须自某年1月1日起至某年12月31日止', en: 'the covered range goes from a 1 January to a 31 December' },
  'calendar-backwards': { zh: '“{from}”晚于“{to}”', en: '"{from}" is later than "{to}"' },
  'calendar-notice-missing': { zh: '{year} 年没有放假通知', en: 'there is no notice for the year {year}' },
  'calendar-gap': { zh: '覆盖范围中断：缺少 {year} 年', en: 'the range has a gap: the year {year} is missing' },
  'calendar-year-twice': { zh: '{year} 年出现两次', en: 'the year {year} is given twice' },
  'calendar-outside': { zh: '“{date}”不在覆盖范围内', en: '"{date}" is outside the covered range' },
  'calendar-wrong-year': { zh: '“{date}”不属于 {year} 年的通知', en: '"{date}" does not belong to the notice for {year}' },
  'calendar-day-twice': { zh: '{date} 出现两次', en: '{date} is given twice' },
  'calendar-holiday-and-make-up': { zh: '{date} 既是假日又是调休上班日', en: '{date} is both a holiday and a make-up day' },
  'calendar-make-up-on-working-day': {
    zh: '{date} 本来就是工作日，不能作调休上班日',
    en: '{date} is a working day anyway and can be no make-up day',
  },
  'calendar-make-up-hours': { zh: '调休上班日 {date} 没有办公时段', en: 'the make-up day {date} has no opening hours' },
  'calendar-unknown-base': { zh: '没有可供继承的日历“{base}”', en: 'there is no calendar "{base}" to extend' },
  'calendar-base-missing': {
    zh: '缺少“{key}”：只有继承其他日历时才可省略',
    en: '"{key}" is missing; only a calendar that extends another may leave it out',
  },
  'calendar-id-unknown': { zh: '没有日历“{id}”：现有日历为 {known}', en: 'there is no calendar "{id}": those in force are {known}' },
  'calendar-not-newer': {
    zh: '版本“{version}”不比现行的“{present}”新',
    en: 'the version "{version}" is not newer than "{present}", which is in force',
  },
  'calendar-other-offset': {
    zh: '时区“{offset}”与现行日历不同：时区不随日历变更',
    en: 'the offset "{offset}" is not that of the calendar in force: a place does not move by a calendar',
  },
  'calendar-none': { zh: '目录中没有任何日历', en: 'there is no calendar in the folder' },
} as const satisfies Readonly<Record<`calendar-${string}`, Text>>

export type CalendarRule = keyof typeof CALENDAR_RULES

/** Notes one breach at a place of the file. */
export type CalendarReport = (rule: CalendarRule, path: Path, args?: Readonly<Record<string, string>>) => void

export function calendarProblem(
  rule: CalendarRule,
  at: { readonly file: string; readonly line: number; readonly path: Path },
  args: Readonly<Record<string, string>> = {},
): CatalogProblem {
  return { ...at, rule, severity: 'error', text: fillText(CALENDAR_RULES[rule], args) }
}
