import { isDeepStrictEqual as isSame } from 'node:util'
import { expect } from '@jest/globals'
import { canonicalJson } from '../../domain/canonical-json.ts'
import { apply, eventRow, nextWake, rowsOf } from '../../domain/case/index.ts'
import type { CaseEvent } from '../../domain/case/event.ts'
import { brokenInvariants } from '../../domain/case/invariants.ts'
import { isOpen, openPause, pendingExtension, runningClocks } from '../../domain/case/lookups.ts'
import type { CaseRows } from '../../domain/case/rows.ts'
import { initialState, type CaseState } from '../../domain/case/state.ts'
import type { Office } from './office.ts'

/** What must hold of every state: one accountable window, a clock or a bounded pause while open, nothing left over once closed. */
export function checkState(state: CaseState): void {
  expect(brokenInvariants(state)).toEqual([])
  const open = Object.values(state.tasks).filter(isOpen)
  const leads = open.filter((task) => task.role === 'lead')
  if (state.status === 'open') {
    expect(state.accountableWindow).not.toBeNull()
    expect(leads.length).toBe(state.arbitration === null ? 1 : 0)
    expect(runningClocks(state).some((clock) => clock.dueAt !== null) || leads.some((task) => openPause(state, task.id) !== null)).toBe(
      true,
    )
    expect(leads.every((task) => (task.status === 'waiting') === (openPause(state, task.id) !== null))).toBe(true)
    expect(leads.some((task) => task.id === pendingExtension(state)?.taskId) || pendingExtension(state) === null).toBe(true)
  } else {
    expect(open).toEqual([])
    expect(Object.values(state.pauses).filter((pause) => pause.endedAt === null)).toEqual([])
    expect(pendingExtension(state)).toBeNull()
    expect(nextWake(state) === null).toBe(state.status !== 'aftercare')
  }
  const running = runningClocks(state)
  const scopes = running.map((clock) => `${clock.kind} ${clock.scope.kind} ${clock.scope.id}`)
  expect(new Set(scopes).size).toBe(scopes.length)
  expect(running.filter((clock) => clock.scope.kind === 'task' && !open.some((task) => task.id === clock.scope.id))).toEqual([])
  expect(
    running.filter((clock) => clock.facts.pauses.some((pause) => pause.to === null && state.pauses[pause.id]?.endedAt !== null)),
  ).toEqual([])
}

/** What must hold of a log: no gap, no step back in time, each rung at most once for a date and never early. */
export function checkLog(office: Office): void {
  const fired = new Set<string>()
  let state = initialState(office.start)
  for (const event of office.events) {
    expect(event.seq).toBe(state.seq + 1)
    expect(event.at).toBeGreaterThanOrEqual(state.at)
    if (event.type === 'RungFired') checkRung(state, event, fired)
    state = apply(state, event)
  }
  expect(state).toEqual(office.state)
  expect(canonicalJson(JSON.parse(JSON.stringify(state)))).toBe(canonicalJson(state))
  expect(office.events.filter((event) => !isSame(JSON.parse(eventRow(event).body), event))).toEqual([])
}

function checkRung(before: CaseState, event: Extract<CaseEvent, { type: 'RungFired' }>, fired: Set<string>): void {
  const { clockId, rung, dueAt } = event.data
  const armed = before.clocks[clockId]?.rungs.find((each) => each.code === rung)
  expect(armed).toMatchObject({ state: 'armed' })
  expect(armed?.at).toBeLessThanOrEqual(event.at)
  expect(fired.has(`${clockId} ${rung} ${dueAt}`)).toBe(false)
  fired.add(`${clockId} ${rung} ${dueAt}`)
}

/** Rows written command by command add up to the rows of the state. */
export function checkRows(office: Office): void {
  const tasks = new Map<string, CaseRows['tasks'][number]>()
  const clocks = new Map<string, CaseRows['clocks'][number]>()
  const orders = new Map<string, CaseRows['orders'][number]>()
  for (const { before, after } of office.steps) {
    const rows = rowsOf(after, before)
    for (const row of rows.tasks) tasks.set(row.taskId, row)
    for (const row of rows.clocks) clocks.set(row.clockId, row)
    for (const row of rows.orders) orders.set(row.orderId, row)
  }
  const whole = rowsOf(office.state)
  expect([...tasks.values()]).toEqual(whole.tasks)
  expect([...clocks.values()]).toEqual(whole.clocks)
  expect([...orders.values()]).toEqual(whole.orders)
}

/** One row a (seq, kind, recipient); a promise of a new date lies ahead, unless the item says that none follows; staff are written to in office hours. */
export function checkNotices(office: Office): void {
  const notices = office.notices
  const keys = notices.map((notice) => `${notice.seq} ${notice.kind} ${JSON.stringify(notice.recipient)}`)
  expect(new Set(keys).size).toBe(keys.length)
  const { expiry } = office.start.item
  const bringsNoDate = expiry?.promised === 'nothing' || expiry?.legal === 'nothing'
  for (const notice of notices) {
    if (notice.kind === 'late' && !bringsNoDate) expect(notice.params.moved?.to).toBeGreaterThan(notice.at)
    expect(notice.notBefore).toBeGreaterThanOrEqual(notice.at)
    if (notice.recipient.kind === 'expert') expect(notice.notBefore).toBe(notice.at)
  }
}
