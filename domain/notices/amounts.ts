import type { Unit } from '../clocks/types.ts'
import type { Language } from '../text.ts'

const ZH: Readonly<Record<Unit, string>> = {
  'working-minutes': '个工作分钟',
  'working-hours': '个工作小时',
  'working-days': '个工作日',
  'calendar-days': '天',
  'calendar-months': '个月',
  'elapsed-hours': '小时',
}
const EN: Readonly<Record<Unit, readonly [one: string, more: string]>> = {
  'working-minutes': ['working minute', 'working minutes'],
  'working-hours': ['working hour', 'working hours'],
  'working-days': ['working day', 'working days'],
  'calendar-days': ['day', 'days'],
  'calendar-months': ['month', 'months'],
  'elapsed-hours': ['hour', 'hours'],
}

/** An amount with its unit: `3 个工作日`, `3 working days`, `1 working day`; parts of a unit to one decimal. */
export function amountText(amount: number, unit: Unit, language: Language): string {
  const rounded = Math.round(amount * 10) / 10
  if (language === 'zh') return `${rounded} ${ZH[unit]}`
  const [one, more] = EN[unit]
  return `${rounded} ${rounded === 1 ? one : more}`
}

export function isUnit(unit: string): unit is Unit {
  return unit in ZH
}
