import type { Colour } from '../case/rows.ts'
import type { CaseStatus } from '../case/state.ts'
import type { Text } from '../text.ts'
import type { Age } from './figures.ts'

export const STATUS_LABELS: Readonly<Record<CaseStatus, Text>> = {
  new: { zh: '新收', en: 'new' },
  open: { zh: '在办', en: 'open' },
  aftercare: { zh: '已办结（回访期）', en: 'closed (aftercare)' },
  ended: { zh: '已办结', en: 'closed' },
}

export const COLOUR_LABELS: Readonly<Record<Colour, Text>> = {
  green: { zh: '正常', en: 'none' },
  yellow: { zh: '黄牌', en: 'yellow' },
  red: { zh: '红牌', en: 'red' },
}

export const AGE_LABELS: Readonly<Record<Age, Text>> = {
  '0-2': { zh: '0–2 天', en: '0–2 days' },
  '3-5': { zh: '3–5 天', en: '3–5 days' },
  '6-10': { zh: '6–10 天', en: '6–10 days' },
  '11-20': { zh: '11–20 天', en: '11–20 days' },
  '21-40': { zh: '21–40 天', en: '21–40 days' },
  '41-': { zh: '41 天以上', en: '41 days and more' },
}
