import type { ServiceItem, Stage, Target } from './item.ts'
import { itemProblem, type ItemProblem } from './item-rules.ts'

/** Stages that an outcome of this stage can lead to, in the order of the outcomes. */
export function nextStages(stage: Stage | undefined): readonly string[] {
  return targetsOf(stage).flatMap((target) => (target.kind === 'stage' ? [target.stage] : []))
}

function targetsOf(stage: Stage | undefined): readonly Target[] {
  return (stage?.outcomes ?? []).flatMap((outcome) => outcome.leadsTo.map((row) => row.target))
}

/** Where the route is broken: targets that do not exist, stages that nothing reaches or that never end. */
export function checkRoute(item: ServiceItem): readonly ItemProblem[] {
  const problems: ItemProblem[] = []
  const byCode = new Map(item.stages.map((stage) => [stage.code, stage]))
  if (!byCode.has(item.start)) return [itemProblem('unknown-stage', ['start'], { stage: item.start })]
  for (const [s, stage] of item.stages.entries()) problems.push(...checkOutcomes(stage, s, byCode))

  const reached = closure([item.start], (code) => nextStages(byCode.get(code)))
  const endings = item.stages.filter((stage) => targetsOf(stage).some((target) => target.kind === 'close'))
  const ending = closure(
    endings.map((stage) => stage.code),
    (code) => item.stages.filter((stage) => nextStages(stage).includes(code)).map((stage) => stage.code),
  )
  item.stages.forEach((stage, s) => {
    if (!reached.has(stage.code)) problems.push(itemProblem('unreachable-stage', ['stages', s], { stage: stage.code }))
    if (!ending.has(stage.code)) problems.push(itemProblem('stage-cannot-end', ['stages', s], { stage: stage.code }))
  })
  return problems
}

function checkOutcomes(stage: Stage, s: number, byCode: ReadonlyMap<string, Stage>): readonly ItemProblem[] {
  const problems: ItemProblem[] = []
  stage.outcomes.forEach((outcome, o) => {
    const path = ['stages', s, 'outcomes', o]
    const names = { outcome: outcome.code }
    const last = outcome.leadsTo.length - 1
    if (outcome.leadsTo[last]?.when !== undefined || last < 0) problems.push(itemProblem('leads-nowhere', path, names))
    outcome.leadsTo.forEach((row, r) => {
      const rowPath = [...path, 'leadsTo', r]
      if (row.when === undefined && r < last) problems.push(itemProblem('row-never-reached', [...path, 'leadsTo', r + 1], names))
      if (row.target.kind === 'stage' && !byCode.has(row.target.stage)) {
        problems.push(itemProblem('unknown-stage', rowPath, { stage: row.target.stage }))
      }
    })
    const refuses = outcome.leadsTo.some((row) => row.target.kind === 'close' && row.target.result === 'not-accepted')
    if (refuses && !outcome.needsOfficeInCharge) problems.push(itemProblem('office-in-charge', path, names))
    if (refuses && outcome.accepts) problems.push(itemProblem('accepts-and-refuses', path, names))
  })
  return problems
}

function closure(from: readonly string[], next: (code: string) => readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  const open = [...from]
  for (let code = open.pop(); code !== undefined; code = open.pop()) {
    if (found.has(code)) continue
    found.add(code)
    open.push(...next(code))
  }
  return found
}
