import type { RouteStage } from '../../../http/shapes/admin-item.ts'

/** A box of the drawing, in pixels from its upper left. */
export interface Box {
  readonly code: string
  readonly kind: 'stage' | 'end'
  readonly x: number
  readonly y: number
}

/** An arrow between two boxes; the outcomes that follow it, by code, and the result of a close. */
export interface Arrow {
  readonly from: string
  readonly to: string
  readonly outcomes: readonly string[]
  readonly isBack: boolean
}

export interface RouteDrawing {
  readonly boxes: readonly Box[]
  readonly arrows: readonly Arrow[]
  readonly width: number
  readonly height: number
}

export const BOX = { width: 132, height: 56 } as const
const GAP = { x: 84, y: 44 } as const
const EDGE = 24

/** Places stages in columns by how many steps they lie from the first, and the ends in a column after them. */
export function routeDrawing(start: string, route: readonly RouteStage[]): RouteDrawing {
  const steps = stepsFrom(start, route)
  const last = Math.max(0, ...steps.values())
  const ends = [
    ...new Set(route.flatMap(({ outcomes }) => outcomes.flatMap(({ leadsTo }) => leadsTo.flatMap(({ result }) => result ?? [])))),
  ]
  const columns: string[][] = Array.from({ length: last + 2 }, () => [])
  for (const { code } of route) columns[steps.get(code) ?? last]?.push(code)
  for (const result of ends) columns[last + 1]?.push(`end:${result}`)
  const tallest = Math.max(1, ...columns.map((codes) => codes.length))
  const boxes = columns.flatMap((codes, column) =>
    codes.map((code, row): Box => {
      return {
        code,
        kind: code.startsWith('end:') ? 'end' : 'stage',
        x: EDGE + column * (BOX.width + GAP.x),
        y: EDGE + (row + (tallest - codes.length) / 2) * (BOX.height + GAP.y),
      }
    }),
  )
  return {
    boxes,
    arrows: arrowsOf(route, steps),
    width: EDGE * 2 + columns.length * BOX.width + (columns.length - 1) * GAP.x,
    height: EDGE * 2 + tallest * (BOX.height + GAP.y),
  }
}

/** The greatest number of steps without coming back; a stage that is never reached stands first. */
function stepsFrom(start: string, route: readonly RouteStage[]): ReadonlyMap<string, number> {
  const next = new Map(
    route.map(({ code, outcomes }) => [code, [...new Set(outcomes.flatMap(({ leadsTo }) => leadsTo.flatMap(({ stage }) => stage ?? [])))]]),
  )
  const steps = new Map<string, number>()
  const walk = (code: string, depth: number, path: ReadonlySet<string>): void => {
    if (path.has(code) || (steps.get(code) ?? -1) >= depth) return
    steps.set(code, depth)
    for (const to of next.get(code) ?? []) walk(to, depth + 1, new Set([...path, code]))
  }
  walk(start, 0, new Set())
  for (const { code } of route) if (!steps.has(code)) steps.set(code, 0)
  return steps
}

function arrowsOf(route: readonly RouteStage[], steps: ReadonlyMap<string, number>): readonly Arrow[] {
  const found = new Map<string, Arrow>()
  for (const stage of route)
    for (const outcome of stage.outcomes)
      for (const lead of outcome.leadsTo) {
        if (lead.to === 'ask-expert') continue
        const to = lead.stage ?? `end:${lead.result}`
        const key = `${stage.code} ${to}`
        const isBack = lead.stage !== null && (steps.get(lead.stage) ?? 0) <= (steps.get(stage.code) ?? 0)
        const outcomes = [...new Set([...(found.get(key)?.outcomes ?? []), outcome.code])]
        found.set(key, { from: stage.code, to, outcomes, isBack })
      }
  return [...found.values()]
}
