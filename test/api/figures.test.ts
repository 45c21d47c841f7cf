import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type request from 'supertest'
import { A_WEEK_LATER, aFiguresOffice, DAY, type FiguresOffice } from './figures-office.ts'
import { type ApiOffice, THURSDAY_10 } from './office.ts'
import { idOf, type Name } from './people.ts'

/** Wednesday 25 March 2026, 10:00. */
const THE_25TH = THURSDAY_10 + 20 * DAY
const RECEPTION = 'dist-lake.general.reception'
const SCHOOLING = 'dist-lake.education.schooling'

interface Counted {
  readonly count: number
  readonly list: string
}
interface FigureBody extends Counted {
  readonly figure: string
}
interface RateBody {
  readonly rate: string
  readonly months: readonly { readonly month: string; readonly share: Counted; readonly of: Counted; readonly percent: number | null }[]
}

let office: ApiOffice
let numbers: FiguresOffice['numbers']
let get: FiguresOffice['get']
let press: FiguresOffice['press']

beforeAll(async () => {
  ;({ office, numbers, get, press } = await aFiguresOffice())
})
afterAll(async () => {
  await office?.close()
})

const countOf = (body: { readonly figures: readonly FigureBody[] }, figure: string): number | undefined =>
  body.figures.find((row) => row.figure === figure)?.count

describe('the figures of a small office', () => {
  it('count the open appeals by what is due, unsigned and to be decided', async () => {
    const { body, status } = await get('lake', '/api/supervision/figures')
    expect(status).toBe(200)
    const counts = Object.fromEntries(body.figures.map((row: FigureBody) => [row.figure, row.count]))
    expect(counts).toEqual({
      open: 4,
      overdue: 0,
      // Five working days after Thursday the 5th: `unseen` and `held` are due on the 12th at half past five.
      'due-today': 2,
      // The promise of seven working days from acceptance ends on the 16th and the 17th, within three working days.
      'due-soon': 2,
      unsigned: 2,
      yellow: 0,
      red: 0,
      paused: 0,
      'extension-awaited': 1,
      'arbitration-awaited': 0,
      'extension-late': 0,
      'pause-suspicious': 0,
    })
    expect(body.ages.map((row: { age: string; count: number }) => [row.age, row.count])).toEqual([
      ['0-2', 0],
      ['3-5', 0],
      ['6-10', 4],
      ['11-20', 0],
      ['21-40', 0],
      ['41-', 0],
    ])
    expect(body.windows.map((row: { window: string; figures: { open: Counted } }) => [row.window, row.figures.open.count])).toEqual([
      [SCHOOLING, 1],
      [RECEPTION, 3],
    ])
    expect(body.windows[1].items).toEqual([
      {
        item: 'child-schooling',
        open: { count: 3, list: `/api/supervision/appeals?figure=open&window=${RECEPTION}&item=child-schooling` },
        overdue: { count: 0, list: `/api/supervision/appeals?figure=overdue&window=${RECEPTION}&item=child-schooling` },
      },
    ])
  })

  it('name the appeals they count', async () => {
    const named = async (query: string) =>
      (await get('lake', `/api/supervision/appeals?${query}`)).body.appeals.map((appeal: { number: string }) => appeal.number).sort()
    const of = (...names: string[]) => names.map((name) => numbers[name]).sort()
    expect(await named('figure=due-today')).toEqual(of('unseen', 'held'))
    expect(await named('figure=due-soon')).toEqual(of('returned', 'extended'))
    expect(await named('figure=unsigned')).toEqual(of('unseen', 'returned'))
    expect(await named('figure=extension-awaited')).toEqual(of('extended'))
    expect(await named(`figure=held&person=${idOf('clerk')}`)).toEqual(of('held'))
    expect(await named('figure=returned&month=2026-03')).toEqual(of('returned'))
    expect(await named('figure=responded&month=2026-03')).toEqual(of('held', 'explained', 'extended'))
    expect(await named('figure=response-due&month=2026-03')).toEqual(of('unseen', 'held', 'returned', 'explained', 'extended'))
    expect(await named('figure=received&month=2026-02')).toEqual([])
  })

  it('turn overdue when the day is over, and a card has the colour of its row', async () => {
    office.clock.now = A_WEEK_LATER + DAY
    await office.sql.query(`update appeal set colour = 'red' where number = '${numbers['held']}'`)
    const { body } = await get('lake', '/api/supervision/figures')
    expect([countOf(body, 'overdue'), countOf(body, 'due-today'), countOf(body, 'red')]).toEqual([2, 0, 1])
    await office.sql.query(`update appeal set colour = 'green' where number = '${numbers['held']}'`)
    office.clock.now = A_WEEK_LATER
  })

  it('show the load of people, and orders with their replies', async () => {
    const { body } = await get('lake', '/api/supervision/load')
    expect(
      body.people.map((row: { person: { name: string }; held: Counted; overdue: Counted }) => [
        row.person.name,
        row.held.count,
        row.overdue.count,
      ]),
    ).toEqual([
      ['Name of clerk', 1, 0],
      ['Name of schooling', 1, 0],
    ])
    await press('clerk', `/api/appeals/${numbers['held']}/order-answer`, { answer: 'On Monday.' })
    const figures = (await get('lake', '/api/supervision/figures')).body
    expect(
      figures.orders.map((row: { kind: string; unanswered: Counted; late: Counted; answered: Counted }) => [
        row.kind,
        row.unanswered.count,
        row.late.count,
        row.answered.count,
      ]),
    ).toEqual([
      ['supervise', 0, 0, 1],
      ['urge', 1, 1, 0],
    ])
    const answered = (await get('lake', '/api/supervision/orders?state=answered')).body.orders
    expect(answered).toEqual([
      expect.objectContaining({
        number: numbers['held'],
        window: RECEPTION,
        answer: 'On Monday.',
        issuedBy: { id: idOf('lake'), name: 'Name of lake' },
      }),
    ])
    const { rows } = await office.sql.query(
      `select subject_id from read_audit where route = 'get /api/supervision/orders' and subject_kind = 'appeal'`,
    )
    expect(rows).toHaveLength(1)
  })

  it('judge the month: on time, returned, extended, answered, solved, satisfied', async () => {
    await press('head', `/api/appeals/${numbers['extended']}/extension-decision`, { granted: true })
    office.clock.now = THE_25TH
    await press('lake', `/api/appeals/${numbers['extended']}/closing`, { result: 'settled', reply: 'A place is found.' })
    const { body, status } = await get('lake', '/api/supervision/rates?months=2')
    expect(status).toBe(200)
    expect(
      body.rates.map((row: RateBody) => [
        row.rate,
        ...row.months.map((each) => [each.month, each.share.count, each.of.count, each.percent]),
      ]),
    ).toEqual([
      ['on-time', ['2026-02', 0, 0, null], ['2026-03', 1, 2, 50]],
      ['first-return', ['2026-02', 0, 0, null], ['2026-03', 1, 6, 16.7]],
      ['extension', ['2026-02', 0, 0, null], ['2026-03', 1, 2, 50]],
      ['response', ['2026-02', 0, 0, null], ['2026-03', 3, 5, 60]],
      ['solution', ['2026-02', 0, 0, null], ['2026-03', 1, 2, 50]],
      ['satisfaction', ['2026-02', 0, 0, null], ['2026-03', 1, 1, 100]],
    ])
    expect(body.months.at(-1)).toMatchObject({ month: '2026-03', received: { count: 6 }, closed: { count: 3 } })
    const atSchooling = (await get('lake', `/api/supervision/rates?months=1&window=${SCHOOLING}`)).body
    expect(atSchooling.rates[0].months[0]).toMatchObject({ share: { count: 0 }, of: { count: 1 } })
  })
})

describe('every number of the board', () => {
  it('is as long as its list', async () => {
    const bodies = await Promise.all(
      ['figures', 'rates?months=1', 'load'].map(async (path) => (await get('lake', `/api/supervision/${path}`)).body),
    )
    const cells = new Map(bodies.flatMap(countedIn).map(({ count, list }) => [list, count]))
    expect(cells.size).toBeGreaterThan(40)
    expect([...cells.values()].filter((count) => count > 0).length).toBeGreaterThan(15)
    const lengths = await Promise.all(
      [...cells.keys()].map(async (list) => {
        const { body } = await get('lake', `${list}&limit=200`)
        return [list, (body.appeals ?? body.orders).length] as const
      }),
    )
    expect(new Map(lengths)).toEqual(cells)
  })

  it('is that of the stations one supervises', async () => {
    const counts = async (who: Name) => countedIn((await get(who, '/api/supervision/figures')).body).map(({ count }) => count)
    const lake = await counts('lake')
    expect(await counts('province')).toEqual(lake)
    expect(await counts('auditor')).toEqual(lake)
    expect((await counts('port')).every((count) => count === 0)).toBe(true)
    expect((await get('port', '/api/supervision/load')).body.people).toEqual([])
    expect(countedIn((await get('port', '/api/supervision/rates?months=1')).body).every(({ count }) => count === 0)).toBe(true)
    expect((await get('port', '/api/supervision/orders?state=answered')).body.orders).toEqual([])
    expect((await get('port', '/api/supervision/appeals?figure=received')).body.appeals).toEqual([])
  })

  it('pages without losing or doubling a row', async () => {
    for (const figure of ['open', 'received', 'closed']) {
      const whole = (await get('lake', `/api/supervision/appeals?figure=${figure}`)).body.appeals.map(
        (row: { number: string }) => row.number,
      )
      const paged: string[] = []
      for (let cursor: string | null = ''; cursor !== null; ) {
        const { body }: request.Response = await get(
          'lake',
          `/api/supervision/appeals?figure=${figure}&limit=1${cursor && `&cursor=${cursor}`}`,
        )
        paged.push(...body.appeals.map((row: { number: string }) => row.number))
        cursor = body.next
      }
      expect([figure, paged]).toEqual([figure, whole])
    }
  })

  it('is refused with the field at fault where a narrowing makes no sense', async () => {
    const field = async (query: string) => {
      const { status, body } = await get('lake', `/api/supervision/appeals?${query}`)
      return [query, status, body.field]
    }
    expect(await field('figure=held')).toEqual(['figure=held', 422, 'person'])
    expect(await field('figure=open&month=2026-03')).toEqual(['figure=open&month=2026-03', 422, 'month'])
    expect(await field('figure=closed&month=2026-13')).toEqual(['figure=closed&month=2026-13', 422, 'month'])
    expect(await field('figure=closed&age=0-2')).toEqual(['figure=closed&age=0-2', 422, 'age'])
    expect(await field('figure=everything')).toEqual(['figure=everything', 422, 'figure'])
    expect(await field('figure=open&cursor=x')).toEqual(['figure=open&cursor=x', 422, 'cursor'])
  })
})

function countedIn(value: unknown): Counted[] {
  if (Array.isArray(value)) return value.flatMap(countedIn)
  if (typeof value !== 'object' || value === null) return []
  const own = 'count' in value && 'list' in value ? [value as Counted] : []
  return [...own, ...Object.values(value).flatMap(countedIn)]
}
