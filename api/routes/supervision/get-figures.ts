import type { z } from 'zod'
import { FIGURE_WORDS } from '../../../domain/figures/figure-words.ts'
import { AGES, PRESENT_FIGURES } from '../../../domain/figures/figures.ts'
import { ORDER_KIND_LABELS, ORDER_KINDS, type OrderKind, type OrderListState } from '../../../domain/figures/order-states.ts'
import type { Text } from '../../../domain/text.ts'
import type { PresentCell } from '../../../prisma/readers/figures/figure-reader.ts'
import type { OrderCount } from '../../../prisma/readers/figures/order-list.ts'
import { supervisedStations } from '../../cases/scope.ts'
import type { Deps } from '../../deps.ts'
import { figureTime } from '../../figures/figure-time.ts'
import { counted, countedOrders } from '../../figures/list-href.ts'
import { answer, defineRoute } from '../../route.ts'
import { figuresSchema } from '../../schemas/figures.ts'
import { nothing } from '../../schemas/input.ts'
import { iso } from '../../views/iso.ts'

const KEPT_MS = 1_000

/** Every number of the board that is about now; each names the list behind it. */
export const getFigures = defineRoute({
  method: 'get',
  path: '/api/supervision/figures',
  tag: 'supervision',
  summary: { zh: '看板数字（当前）', en: 'Figures of open appeals' },
  allow: ['station-supervisor', 'province-supervisor', 'auditor'],
  audit: 'own',
  key: 'none',
  params: nothing,
  query: nothing,
  body: nothing,
  answers: { 200: figuresSchema },
  handler: async ({ deps, person, at }) => {
    const stations = supervisedStations(person) ?? []
    const body = await deps.kept(`figures ${JSON.stringify(stations)}`, KEPT_MS, async () => {
      const time = await figureTime(deps, at)
      const [cells, orders] = await Promise.all([deps.figureReader.present(stations, time), deps.orderLists.counts(stations, at)])
      return { at: iso(at), ...present(cells, await namesOf(deps)), orders: orderCounts(orders) }
    })
    return answer(200, body)
  },
})

interface Names {
  window(code: string): Text
  item(code: string): Text
}

async function namesOf(deps: Deps): Promise<Names> {
  const [{ windowNames }, { items }] = await Promise.all([deps.offices(), deps.inForce()])
  return {
    window: (code) => windowNames.get(code) ?? { zh: code, en: code },
    item: (code) => items.get(code)?.name ?? { zh: code, en: code },
  }
}

function present(cells: readonly PresentCell[], names: Names): Omit<z.input<typeof figuresSchema>, 'at' | 'orders'> {
  const windows = [...new Set(cells.flatMap((cell) => cell.window ?? []))]
  return {
    figures: PRESENT_FIGURES.map((figure) => ({
      figure,
      ...FIGURE_WORDS[figure],
      ...counted(
        sum(cells, (cell) => cell.counts[figure]),
        figure,
      ),
    })),
    ages: AGES.map((age) => ({
      age,
      ...counted(
        sum(cells, (cell) => cell.ages[age]),
        'open',
        { age },
      ),
    })),
    items: [...new Set(cells.map((cell) => cell.item))].sort().map((item) => ({ item, name: names.item(item) })),
    windows: windows.map((window) => {
      const mine = cells.filter((cell) => cell.window === window)
      return {
        window,
        windowName: names.window(window),
        figures: ofWindow(mine, window),
        items: mine.map(({ item, counts }) => ({
          item,
          open: counted(counts.open, 'open', { window, item }),
          overdue: counted(counts.overdue, 'overdue', { window, item }),
        })),
      }
    }),
  }
}

type WindowFigures = z.input<typeof figuresSchema>['windows'][number]['figures']

function ofWindow(cells: readonly PresentCell[], window: string): WindowFigures {
  const entries = PRESENT_FIGURES.map((figure) => [
    figure,
    counted(
      sum(cells, (cell) => cell.counts[figure]),
      figure,
      { window },
    ),
  ])
  return Object.fromEntries(entries) as WindowFigures
}

function sum(cells: readonly PresentCell[], of: (cell: PresentCell) => number): number {
  return cells.reduce((total, cell) => total + of(cell), 0)
}

function orderCounts(counts: readonly OrderCount[]): z.input<typeof figuresSchema>['orders'] {
  const of = (kind: OrderKind, state: OrderListState) =>
    countedOrders(counts.find((row) => row.kind === kind && row.state === state)?.count ?? 0, kind, state)
  return ORDER_KINDS.map((kind) => ({
    kind,
    name: ORDER_KIND_LABELS[kind],
    unanswered: of(kind, 'unanswered'),
    late: of(kind, 'late'),
    answered: of(kind, 'answered'),
  }))
}
