import { canonicalJson } from '../domain/canonical-json.ts'
import type { CaseRows, StoredRows } from '../domain/case/rows.ts'

/**
 * Names of the rows that are not as the log folds them, such as `appeal`, `task <id>`: changed, missing, or
 * stored without anything in the log that stands for them. Empty where all agree. A clock's row that an
 * earlier release wrote without its ledger agrees.
 */
export function differingRows(folded: CaseRows, stored: StoredRows | null): readonly string[] {
  const { receivedAt } = folded.appeal
  const withoutLedger = new Set(stored?.clocks.filter((row) => row.facts === null).map((row) => row.clockId))
  const should = textsOf({
    ...folded,
    tasks: folded.tasks.map((task) => ({ ...task, receivedAt })),
    clocks: folded.clocks.map((row) => (withoutLedger.has(row.clockId) ? { ...row, facts: null } : row)),
  })
  const are = stored === null ? new Map<string, string>() : textsOf(stored)
  const names = new Set([...should.keys(), ...are.keys()])
  return [...names].filter((name) => should.get(name) !== are.get(name)).sort()
}

function textsOf({ appeal, tasks, clocks, orders }: StoredRows): ReadonlyMap<string, string> {
  return new Map<string, string>([
    ['appeal', canonicalJson(appeal)],
    ...tasks.map((row) => [`task ${row.taskId}`, canonicalJson(row)] as const),
    ...clocks.map((row) => [`clock ${row.clockId}`, canonicalJson(row)] as const),
    ...orders.map((row) => [`order ${row.orderId}`, canonicalJson(row)] as const),
  ])
}
