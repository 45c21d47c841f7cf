import type { Unit } from '../clocks/types.ts'
import type { ClockPreview } from './preview.ts'
import type { Refusal } from './refusal.ts'
import { COLOURS, type Colour } from './rows.ts'

/** What a change would do to one open appeal. */
export interface AppealPreview {
  readonly number: string
  readonly clocks: readonly ClockPreview[] | Refusal
}

/** How many clocks move by how much. */
export interface Shift {
  readonly moved: 'gains' | 'loses'
  readonly amount: number
  readonly unit: Unit
  readonly clocks: number
}

export interface ColourChange {
  readonly from: Colour
  readonly to: Colour
  readonly appeals: number
}

/** A change over many appeals, in figures; those of several parts are added up by `addTallies`. */
export interface ChangeTally {
  /** Open appeals that were looked at. */
  readonly appeals: number
  /** Of them those with a clock whose date comes later, earlier, or a clock that begins, ends or stands still. */
  readonly gaining: number
  readonly losing: number
  readonly changing: number
  readonly refused: number
  readonly clocksMoved: number
  readonly shifts: readonly Shift[]
  /** By the worst colour of the clocks that move. */
  readonly colours: readonly ColourChange[]
  /** The first that change or are refused. */
  readonly first: readonly AppealPreview[]
}

export const EMPTY_TALLY: ChangeTally = {
  appeals: 0,
  gaining: 0,
  losing: 0,
  changing: 0,
  refused: 0,
  clocksMoved: 0,
  shifts: [],
  colours: [],
  first: [],
}

/** How many appeals are named one by one. */
export const NAMED_APPEALS = 20

/** The figures of some appeals; `clocks` is empty for one that stays as it is. */
export function tallyOf(appeals: readonly AppealPreview[]): ChangeTally {
  const changed = appeals.filter(({ clocks }) => !isList(clocks) || clocks.length > 0)
  const lists = changed.flatMap(({ clocks }) => (isList(clocks) ? [clocks] : []))
  const clocks = lists.flat()
  const having = (moved: ClockPreview['moved']): number => lists.filter((list) => list.some((clock) => clock.moved === moved)).length
  return {
    appeals: appeals.length,
    gaining: having('gains'),
    losing: having('loses'),
    changing: lists.filter((list) => list.every((clock) => clock.moved === 'none')).length,
    refused: changed.length - lists.length,
    clocksMoved: clocks.length,
    shifts: joined(
      clocks.flatMap(shiftOf),
      (a) => `${a.moved} ${a.amount} ${a.unit}`,
      (a, b) => ({ ...a, clocks: a.clocks + b.clocks }),
    ),
    colours: joined(lists.flatMap(colourChangeOf), colourKey, addColours),
    first: changed.slice(0, NAMED_APPEALS),
  }
}

/** The figures of both, which have no appeal in common. */
export function addTallies(a: ChangeTally, b: ChangeTally): ChangeTally {
  return {
    appeals: a.appeals + b.appeals,
    gaining: a.gaining + b.gaining,
    losing: a.losing + b.losing,
    changing: a.changing + b.changing,
    refused: a.refused + b.refused,
    clocksMoved: a.clocksMoved + b.clocksMoved,
    shifts: joined(
      [...a.shifts, ...b.shifts],
      (s) => `${s.moved} ${s.amount} ${s.unit}`,
      (x, y) => ({ ...x, clocks: x.clocks + y.clocks }),
    ),
    colours: joined([...a.colours, ...b.colours], colourKey, addColours),
    first: [...a.first, ...b.first].slice(0, NAMED_APPEALS),
  }
}

const isList = (clocks: AppealPreview['clocks']): clocks is readonly ClockPreview[] => Array.isArray(clocks)
const colourKey = ({ from, to }: ColourChange): string => `${from} ${to}`
const addColours = (a: ColourChange, b: ColourChange): ColourChange => ({ ...a, appeals: a.appeals + b.appeals })

function shiftOf({ moved, by }: ClockPreview): readonly Shift[] {
  return moved === 'none' || by === null ? [] : [{ moved, amount: by.amount, unit: by.unit, clocks: 1 }]
}

function colourChangeOf(clocks: readonly ClockPreview[]): readonly ColourChange[] {
  const worst = (colours: readonly Colour[]): Colour => COLOURS[Math.max(...colours.map((colour) => COLOURS.indexOf(colour)))] ?? 'green'
  const from = worst(clocks.map((clock) => clock.colourBefore))
  const to = worst(clocks.map((clock) => clock.colourAfter))
  return clocks.length === 0 || from === to ? [] : [{ from, to, appeals: 1 }]
}

/** Values of the same key made one, in the order of keys. */
function joined<V>(values: readonly V[], keyOf: (value: V) => string, add: (a: V, b: V) => V): readonly V[] {
  const byKey = new Map<string, V>()
  for (const value of values) {
    const known = byKey.get(keyOf(value))
    byKey.set(keyOf(value), known === undefined ? value : add(known, value))
  }
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value)
}
