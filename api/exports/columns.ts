import { CLOSE_RESULT_LABELS } from '../../domain/case/status-sentence.ts'
import { COLOUR_LABELS, STATUS_LABELS } from '../../domain/figures/list-labels.ts'
import type { Instant } from '../../domain/clocks/types.ts'
import type { ServiceItem } from '../../domain/routing/item.ts'
import type { Language, Text } from '../../domain/text.ts'
import type { ListedAppeal } from '../../prisma/readers/figures/figure-reader.ts'

/** Names of the things that a row names by code. */
export interface ListedNames {
  readonly windows: ReadonlyMap<string, Text>
  readonly stations: ReadonlyMap<string, { readonly name: Text }>
  readonly items: ReadonlyMap<string, ServiceItem>
  readonly holders: ReadonlyMap<string, string>
}

type Cell = string | Text | Instant | null

interface Column {
  readonly name: Text
  readonly of: (row: ListedAppeal, names: ListedNames) => Cell
}

/** The columns of an exported list; nothing of the expert but the tier. */
const COLUMNS: readonly Column[] = [
  { name: { zh: '诉求编号', en: 'Number' }, of: (row) => row.number },
  { name: { zh: '事项', en: 'Matter' }, of: (row, names) => names.items.get(row.item)?.name ?? row.item },
  { name: { zh: '专家层次', en: 'Tier' }, of: (row) => row.tier },
  { name: { zh: '服务站', en: 'Station' }, of: (row, names) => names.stations.get(row.station)?.name ?? row.station },
  { name: { zh: '状态', en: 'State' }, of: (row) => labelled(STATUS_LABELS, row.status) },
  { name: { zh: '环节', en: 'Stage' }, of: (row, names) => stageName(row, names) },
  {
    name: { zh: '负责窗口', en: 'Accountable window' },
    of: (row, names) => (row.accountableWindow === null ? null : (names.windows.get(row.accountableWindow) ?? row.accountableWindow)),
  },
  {
    name: { zh: '经办人', en: 'Holder' },
    of: (row, names) => (row.holder === null ? null : (names.holders.get(row.holder) ?? row.holder)),
  },
  { name: { zh: '颜色', en: 'Card' }, of: (row) => COLOUR_LABELS[row.colour] },
  { name: { zh: '已中止', en: 'Paused' }, of: (row) => (row.paused ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }) },
  { name: { zh: '收件时间', en: 'Received' }, of: (row) => row.receivedAt },
  { name: { zh: '受理时间', en: 'Accepted' }, of: (row) => row.acceptedAt },
  { name: { zh: '环节期限', en: 'Stage due' }, of: (row) => row.stageDueAt },
  { name: { zh: '承诺期限', en: 'Promised' }, of: (row) => row.promisedDueAt },
  { name: { zh: '法定期限', en: 'Legal limit' }, of: (row) => row.legalDueAt },
  { name: { zh: '办结时间', en: 'Closed' }, of: (row) => row.closedAt },
  { name: { zh: '结果', en: 'Result' }, of: (row) => (row.result === null ? null : labelled(CLOSE_RESULT_LABELS, row.result)) },
  { name: { zh: '评分', en: 'Rating' }, of: (row) => (row.rating === null ? null : String(row.rating)) },
]

export function headOf(language: Language): readonly string[] {
  return COLUMNS.map((column) => column.name[language])
}

/** The row as texts; instants in the zone of the offices (UTC+8), to the minute. */
export function cellsOf(row: ListedAppeal, names: ListedNames, { language }: { readonly language: Language }): readonly string[] {
  return COLUMNS.map((column) => {
    const cell = column.of(row, names)
    if (cell === null) return ''
    if (typeof cell === 'number') return officeTime(cell)
    return typeof cell === 'string' ? cell : cell[language]
  })
}

/** The label of a word that the database holds as a text. */
function labelled(labels: Readonly<Record<string, Text>>, word: string): Cell {
  return labels[word] ?? word
}

function stageName(row: ListedAppeal, { items }: ListedNames): Cell {
  const stage = items.get(row.item)?.stages.find((each) => each.code === row.stage)
  return stage?.name ?? row.stage
}

function officeTime(at: Instant): string {
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
}
