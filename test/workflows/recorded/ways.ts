import { followOutcome } from '../../../domain/case/decide/conditions.ts'
import { type CaseState, initialState } from '../../../domain/case/state.ts'
import type { Outcome, ServiceItem, Stage, Target } from '../../../domain/routing/item.ts'
import { anAppeal, type Filing } from '../../case/builders.ts'
import { filingsOf } from './filings.ts'

/** One way out of a stage: an outcome and one of the targets its rows name. */
export interface Way {
  readonly stage: string
  readonly outcome: string
  readonly to: string
}

/** An appeal about an item with the outcomes that lead it to its close, one a visit of a stage. */
export interface Walk {
  readonly filing: Filing
  readonly ways: readonly Way[]
}

/** 'matching: matched leads to approval' */
export function told({ stage, outcome, to }: Way): string {
  return `${stage}: ${outcome} leads to ${to}`
}

export function targetName(target: Target): string {
  if (target.kind === 'stage') return target.stage
  return target.kind === 'close' ? `a close as ${target.result}` : 'a question to the expert'
}

/** Every way of an item: each outcome of each stage with each target that one of its rows names. */
export function waysOf(item: ServiceItem): readonly Way[] {
  const ways = item.stages.flatMap((stage) =>
    stage.outcomes.flatMap((outcome) =>
      outcome.leadsTo.map(({ target }) => ({ stage: stage.code, outcome: outcome.code, to: targetName(target) })),
    ),
  )
  return [...new Map(ways.map((way) => [told(way), way])).values()]
}

/**
 * Walks that together take every way of the item and dispatch each of its co-handlers, each walk the
 * shortest there and on to a close. Throws where no filing leads to a way: then the item has a dead row.
 */
export function walksOf(item: ServiceItem): readonly Walk[] {
  const states = filingsOf(item).map((filing) => ({ filing, state: initialState(anAppeal(filing)) }))
  const walks: Walk[] = []
  const taken = new Set<string>()
  const take = (walk: Walk | null, what: string): void => {
    if (walk === null) throw new Error(`${item.code}: no filing leads to ${what}`)
    walks.push(walk)
    for (const way of walk.ways) taken.add(told(way))
  }
  for (const stage of item.stages) {
    for (const { when } of stage.coHandlers) {
      const fitting = when === undefined ? states : states.filter(({ state }) => holds(state, when))
      take(
        shortest(item, fitting, (way) => way.to === stage.code),
        `a co-handler of ${stage.code}`,
      )
    }
  }
  for (const way of [...waysOf(item)].reverse()) {
    if (!taken.has(told(way)))
      take(
        shortest(item, states, (each) => told(each) === told(way)),
        told(way),
      )
  }
  return walks
}

type Filed = { readonly filing: Filing; readonly state: CaseState }

function shortest(item: ServiceItem, filed: readonly Filed[], isWanted: (way: Way) => boolean): Walk | null {
  let best: Walk | null = null
  for (const { filing, state } of filed) {
    const ways = walkThrough(item, state, isWanted)
    if (ways !== null && (best === null || ways.length < best.ways.length)) best = { filing, ways }
  }
  return best
}

function walkThrough(item: ServiceItem, state: CaseState, isWanted: (way: Way) => boolean): readonly Way[] | null {
  const there = pathFrom(item, state, item.start, isWanted)
  const last = there?.at(-1)
  if (there === null || last === undefined) return null
  const next =
    item.stages.find((stage) => stage.code === last.to) ?? (last.to === 'a question to the expert' ? stageNamed(item, last.stage) : null)
  if (next === null) return there
  const onward = pathFrom(item, state, next.code, (way, outcome) => way.to.startsWith('a close') && !outcome.needsOfficeInCharge)
  return onward === null ? null : [...there, ...onward]
}

/** The ways to whatever stage this filing comes to next from a stage, down to the first that is wanted. */
export function pathFrom(
  item: ServiceItem,
  state: CaseState,
  from: string,
  isWanted: (way: Way, outcome: Outcome) => boolean,
): readonly Way[] | null {
  const reached = new Set([from])
  const paths: { readonly stage: Stage; readonly ways: readonly Way[] }[] = [{ stage: stageNamed(item, from), ways: [] }]
  for (const { stage, ways } of paths) {
    for (const outcome of stage.outcomes) {
      const { target } = followOutcome(state, outcome)
      const way = { stage: stage.code, outcome: outcome.code, to: targetName(target) }
      if (isWanted(way, outcome)) return [...ways, way]
      if (target.kind !== 'stage' || reached.has(target.stage)) continue
      reached.add(target.stage)
      paths.push({ stage: stageNamed(item, target.stage), ways: [...ways, way] })
    }
  }
  return null
}

function holds(state: CaseState, when: string): boolean {
  const target = { kind: 'close', result: 'settled' } as const
  const asked: Outcome = {
    code: '',
    name: { zh: '', en: '' },
    accepts: false,
    needsOfficeInCharge: false,
    leadsTo: [{ when, target }, { target: { kind: 'ask-expert' } }],
  }
  return followOutcome(state, asked).target.kind === 'close'
}

function stageNamed(item: ServiceItem, code: string): Stage {
  const stage = item.stages.find((each) => each.code === code)
  if (!stage) throw new Error(`${item.code} has no stage ${code}`)
  return stage
}
