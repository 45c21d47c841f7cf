import type { WindowSpec } from '../../domain/routing/directory.ts'
import type { ServiceItem } from '../../domain/routing/item.ts'
import { resolveWindow } from '../../domain/routing/windows.ts'
import { directoryFor, type Offices } from './catalog.ts'
import type { Path } from './problem.ts'
import type { LoaderRule } from './rules.ts'

export interface WindowFinding {
  readonly rule: LoaderRule
  readonly path: Path
  readonly args: Readonly<Record<string, string>>
}

/**
 * Windows an item names that the offices do not have: department or function unknown, no station has
 * it (error), or some stations would leave it to their fallback window (warning). Every station is tried.
 */
export function checkItemWindows(item: ServiceItem, offices: Offices): readonly WindowFinding[] {
  return item.stages.flatMap((stage, s) => [
    ...checkSpec(stage.window, ['stages', s, 'window'], offices),
    ...stage.coHandlers.flatMap((coHandler, c) => checkSpec(coHandler.window, ['stages', s, 'coHandlers', c, 'window'], offices)),
  ])
}

function checkSpec(spec: WindowSpec, path: Path, offices: Offices): readonly WindowFinding[] {
  const department = offices.departments.get(spec.department)
  if (!department) return [{ rule: 'unknown-department', path, args: { word: spec.department } }]
  if (!department.functions.some((fn) => fn.code === spec.function)) {
    return [{ rule: 'unknown-function', path, args: { department: spec.department, word: spec.function } }]
  }
  const stations = [...offices.stations.keys()]
  const falling = stations.filter((station) => resolveWindow(spec, directoryFor(offices, station)).how === 'fallback')
  if (falling.length === 0) return []
  const window = `${spec.department}.${spec.function} at ${spec.level}`
  return falling.length === stations.length
    ? [{ rule: 'window-nowhere', path, args: { window } }]
    : [{ rule: 'window-falls-back', path, args: { window, stations: falling.join(', ') } }]
}
