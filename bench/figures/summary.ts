import { percentile } from '../../scripts/replay/run/tally.ts'
import { AIMS, type Block, type CpuSeconds, MEASURED, type Measured, type Way } from './way.ts'

/** What all blocks of one way in one setting came to. */
export interface Row {
  readonly way: Way
  readonly route: string
  readonly actors: number
  readonly cases: number
  readonly casesPerSecond: number
  readonly filedP50Ms: number | null
  readonly answeredP50Ms: number | null
  readonly visibleP50Ms: number | null
  readonly visibleP99Ms: number | null
  /** CPU milliseconds a case by process */
  readonly cpuMsPerCase: CpuSeconds
  /** mean of the cases that were looked at */
  readonly historyEvents: number | null
  /** cases a second as a share of the bare workflow's in the same setting; null for it and where it did not run */
  readonly ratio: number | null
  /** whether the ratio reaches the aim */
  readonly reaches: boolean | null
}

/** One row a way and setting, in the order of their first blocks. */
export function summaryOf(blocks: readonly Block[]): readonly Row[] {
  const rows = [...grouped(blocks).values()].map(rowOf)
  return rows.map((row) => withRatio(row, rows))
}

function grouped(blocks: readonly Block[]): ReadonlyMap<string, readonly Block[]> {
  const groups = new Map<string, Block[]>()
  for (const block of blocks) {
    const key = `${block.route} ${block.actors} ${block.way}`
    groups.set(key, [...(groups.get(key) ?? []), block])
  }
  return groups
}

function rowOf(blocks: readonly Block[]): Row {
  const [first] = blocks
  if (first === undefined) throw new Error('a row needs a block')
  const cases = sum(blocks.map((block) => block.cases))
  const all = (list: (block: Block) => readonly number[]): readonly number[] => blocks.flatMap(list)
  const cpu = (name: Measured): number => (sum(blocks.map((block) => block.cpu[name])) * 1000) / cases
  const histories = all((block) => block.historyEvents)
  return {
    way: first.way,
    route: first.route,
    actors: first.actors,
    cases,
    casesPerSecond: cases / sum(blocks.map((block) => block.seconds)),
    filedP50Ms: percentile(
      all((block) => block.filedMs),
      0.5,
    ),
    answeredP50Ms: percentile(
      all((block) => block.answeredMs),
      0.5,
    ),
    visibleP50Ms: percentile(
      all((block) => block.visibleMs),
      0.5,
    ),
    visibleP99Ms: percentile(
      all((block) => block.visibleMs),
      0.99,
    ),
    cpuMsPerCase: {
      worker: cpu('worker'),
      'bare-worker': cpu('bare-worker'),
      temporal: cpu('temporal'),
      postgres: cpu('postgres'),
      api: cpu('api'),
      driver: cpu('driver'),
    },
    historyEvents: histories.length === 0 ? null : sum(histories) / histories.length,
    ratio: null,
    reaches: null,
  }
}

function withRatio(row: Row, rows: readonly Row[]): Row {
  const aim = AIMS[row.way]
  const bare = rows.find((each) => each.way === 'bare' && each.route === row.route && each.actors === row.actors)
  if (aim === null || bare === undefined) return row
  const ratio = row.casesPerSecond / bare.casesPerSecond
  return { ...row, ratio, reaches: ratio >= aim }
}

/** CPU milliseconds a case of all processes together. */
export function totalCpuMs({ cpuMsPerCase }: Row): number {
  return sum(MEASURED.map((name) => cpuMsPerCase[name]))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
