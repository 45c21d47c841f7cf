import type { Unit } from '../../domain/clocks/types.ts'
import type { ChangeAnswer, NamedAppeal, WholePreview } from './answers.ts'

const UNIT_WORDS: Readonly<Record<Unit, string>> = {
  'working-minutes': '工作分钟 / working minutes',
  'working-hours': '工作小时 / working hours',
  'working-days': '工作日 / working days',
  'calendar-days': '日 / calendar days',
  'calendar-months': '月 / calendar months',
  'elapsed-hours': '小时 / hours',
}
const COLOUR_WORDS = { green: '绿 green', yellow: '黄 yellow', red: '红 red' } as const
const BEIJING_MS = 8 * 3_600_000

/** What a preview tells at the terminal. */
export function previewLines({ brings, tally, first }: WholePreview): readonly string[] {
  return [
    `日历 / calendars: ${brings.map(({ id, version }) => `${id} ${version}`).join(', ')}`,
    `在办诉求 / open appeals: ${tally.appeals}`,
    `  时限推后 / later dates: ${tally.gaining}`,
    `  时限提前 / earlier dates: ${tally.losing}`,
    `  时钟 / clocks that move: ${tally.clocksMoved}`,
    ...tally.shifts.map(
      ({ moved, amount, unit, clocks }) => `    ${moved === 'gains' ? '+' : '-'}${amount} ${UNIT_WORDS[unit]}: ${clocks}`,
    ),
    ...tally.colours.map(({ from, to, appeals }) => `  变色 / change of colour ${COLOUR_WORDS[from]} -> ${COLOUR_WORDS[to]}: ${appeals}`),
    ...(first.length === 0 ? [] : ['前几件 / the first:']),
    ...first.flatMap(appealLines),
  ]
}

function appealLines({ number, clocks }: NamedAppeal): readonly string[] {
  return clocks.map(({ kind, dueBefore, dueAfter, colourBefore, colourAfter }) => {
    const colour = colourBefore === colourAfter ? '' : `  ${COLOUR_WORDS[colourBefore]} -> ${COLOUR_WORDS[colourAfter]}`
    return `  ${number}  ${kind.padEnd(12)} ${shown(dueBefore)} -> ${shown(dueAfter)}${colour}`
  })
}

/** One line about how far a change has come. */
export function changeLine({ id, target, version, state, total, done, moved, unmoved, ended, refused, failed }: ChangeAnswer): string {
  const words = { running: '进行中 running', ended: '完成 ended', 'ended-with-failures': '完成，有失败 ended with failures' } as const
  const parts = [
    `改期 moved ${moved}`,
    `不变 unmoved ${unmoved}`,
    `已结束 over ${ended}`,
    `拒绝 refused ${refused}`,
    `失败 failed ${failed}`,
  ]
  return `${id}  ${target} ${version}  ${words[state]}  ${done}/${total}  ${parts.join('  ')}`
}

/** Beijing time, e.g. 2026-03-12 17:30; a limit that ends with a day ends at its 24:00. */
function shown(at: string | null): string {
  if (at === null) return '—'
  const local = (instant: number): string => new Date(instant + BEIJING_MS).toISOString().slice(0, 16).replace('T', ' ')
  const instant = Date.parse(at)
  const text = local(instant)
  return text.endsWith(' 00:00') ? `${local(instant - 1).slice(0, 10)} 24:00` : text
}
