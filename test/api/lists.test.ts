import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { ActionBody, AppealBody, CellBody, DecisionBody, EventBody, TaskBody } from './bodies.ts'
import { anApiOffice, type ApiOffice, SCHOOLING, THURSDAY_10 } from './office.ts'
import { idOf, type Name } from './people.ts'

const DAY = 86_400_000
let office: ApiOffice
const filed: string[] = []
beforeAll(async () => {
  office = await anApiOffice()
  for (let n = 0; n < 7; n += 1) {
    office.clock.now = THURSDAY_10 + n * 60_000
    filed.push((await office.file(n % 2 === 0 ? 'ada' : 'bo')).number)
  }
})
afterAll(async () => {
  await office.close()
})

interface PageBody {
  readonly appeals: readonly AppealBody[]
  readonly tasks: readonly TaskBody[]
  readonly next: string | null
}

/** Every page of a list, three rows each. */
async function pages(who: Name, path: string): Promise<PageBody[]> {
  const found: PageBody[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const { body, status }: { body: PageBody; status: number } = await office.get(
      who,
      `${path}&limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`,
    )
    expect(status).toBe(200)
    found.push(body)
    cursor = body.next
  }
  return found
}

describe('lists', () => {
  it('page through all appeals, newest first, none twice and none lost', async () => {
    const numbers = (await pages('province', '/api/appeals?status=open')).flatMap((page) => page.appeals.map((appeal) => appeal.number))
    expect(numbers).toEqual([...filed].reverse())
  })

  it('narrow by item, window, expert, number and colour', async () => {
    const count = async (query: string) => (await office.get('province', `/api/appeals?${query}`)).body.appeals.length
    expect(await count('item=child-schooling')).toBe(7)
    expect(await count('item=funding')).toBe(0)
    expect(await count('window=dist-lake.general.reception')).toBe(7)
    expect(await count('window=dist-port.general.reception')).toBe(0)
    expect(await count(`expertId=${idOf('ada')}`)).toBe(4)
    expect(await count(`q=${filed[0]}`)).toBe(1)
    expect(await count('q=HY-2026')).toBe(7)
    expect(await count('q=%25')).toBe(0)
    expect(await count('colour=red')).toBe(0)
    expect(await count('status=ended')).toBe(0)
  })

  it('refuse a cursor that no list gave, and a limit beyond reason', async () => {
    for (const query of [
      'cursor=x',
      'cursor=LS5mb28',
      `cursor=${Buffer.from('1.foo').toString('base64url')}`,
      'limit=0',
      'limit=100000',
      'limit=ten',
      'status=sleeping',
      'q=a&q=b',
      'colour=blue',
    ]) {
      const answer = await office.get('province', `/api/appeals?${query}`)
      expect([query, answer.status, answer.body.code]).toEqual([query, 422, 'invalid'])
    }
    expect((await office.get('clerk', '/api/tasks?cursor=x')).status).toBe(422)
    expect((await office.get('clerk', '/api/tasks?view=everything')).status).toBe(422)
  })

  it("a window's tasks by view: unclaimed, mine, waiting, done", async () => {
    const ids = async (who: Name, view: string) =>
      (await pages(who, `/api/tasks?view=${view}`)).flatMap((page) => page.tasks.map((task) => task.appeal.number))
    expect(await ids('clerk', 'unclaimed')).toHaveLength(7)
    const { body } = await office.get('clerk', '/api/tasks?view=unclaimed&limit=2')
    const [first, second] = body.tasks
    expect(first).toMatchObject({ window: 'dist-lake.general.reception', status: 'dispatched', stage: 'reception' })
    expect(first.actions.map((action: ActionBody) => action.kind)).toContain('ClaimTask')
    await office.post('clerk', `/api/tasks/${first.id}/claim`)
    await office.post('clerk', `/api/tasks/${second.id}/pause`, { version: 1, reason: 'hearing', until: '2026-03-20', note: 'n' })
    expect(await ids('clerk', 'unclaimed')).toHaveLength(5)
    expect((await ids('clerk', 'mine')).sort()).toEqual([first.appeal.number, second.appeal.number].sort())
    expect(await ids('clerk', 'waiting')).toEqual([second.appeal.number])
    await office.post('clerk', `/api/tasks/${first.id}/completion`, { version: 3, outcome: 'explain', reply: 'It is so.' })
    expect(await ids('clerk', 'done')).toEqual([first.appeal.number])
    expect(await ids('portclerk', 'unclaimed')).toEqual([])
    const foreign = await office.get('portclerk', '/api/tasks?window=dist-lake.general.reception')
    expect([foreign.status, foreign.body.field]).toEqual([403, 'window'])
    expect((await office.get('lake', '/api/tasks?window=dist-lake.general.reception')).body.tasks).toHaveLength(5)
  })

  it('an expert sees their own only', async () => {
    expect((await office.get('ada', '/api/appeals')).body.appeals.map((appeal: AppealBody) => appeal.number).sort()).toEqual(
      [filed[0], filed[2], filed[4], filed[6]].sort(),
    )
  })
})

describe('the board', () => {
  it('counts by window and colour, and each number is the length of its list', async () => {
    const { body, status } = await office.get('lake', '/api/supervision/board')
    expect(status).toBe(200)
    const cells = [
      ...body.windows.flatMap((row: { colours: Record<string, CellBody> }) => Object.values(row.colours)),
      ...Object.values(body.totals),
    ] as {
      count: number
      href: string
    }[]
    expect(cells.length).toBeGreaterThanOrEqual(6)
    for (const cell of cells) {
      const list = await office.get('lake', `${cell.href}&limit=200`)
      expect([cell.href, list.status, list.body.appeals.length]).toEqual([cell.href, 200, cell.count])
    }
    expect(body.totals.green.count).toBe(6)
    expect((await office.get('port', '/api/supervision/board')).body.totals.green.count).toBe(0)
  })

  it('overdue appeals come longest overdue first, of the stations one supervises', async () => {
    expect((await office.get('lake', '/api/supervision/overdue')).body.appeals).toEqual([])
    office.clock.now = THURSDAY_10 + 30 * DAY
    const late = await office.get('lake', '/api/supervision/overdue?limit=3')
    expect(late.body.appeals.length).toBe(3)
    expect(late.body.next).not.toBeNull()
    expect((await office.get('port', '/api/supervision/overdue')).body.appeals).toEqual([])
    office.clock.now = THURSDAY_10
  })
})

describe('decisions that await a person', () => {
  it('an extension waits for the head of the department, then is granted and the expert reads the new date', async () => {
    const appeal = await office.file('ada')
    await office.post('clerk', `/api/tasks/${appeal.id}-t1/completion`, { version: 1, outcome: 'accept' })
    const task = `/api/tasks/${appeal.id}-t2`
    const before = (await office.get('schooling', task)).body
    const asked = await office.post('schooling', `${task}/extension-request`, {
      version: before.version,
      amount: 3,
      reason: 'complex-matter',
      note: 'many schools',
    })
    expect(asked.status).toBe(200)
    const waiting = await office.get('head', '/api/supervision/decisions')
    expect(waiting.body.decisions).toEqual([
      expect.objectContaining({
        kind: 'extension',
        number: appeal.number,
        reason: 'complex-matter',
        amount: 3,
        href: `/api/appeals/${appeal.number}/extension-decision`,
      }),
    ])
    expect((await office.get('schooling', '/api/supervision/decisions')).body.decisions).toEqual([])
    expect((await office.post('schooling', `/api/appeals/${appeal.number}/extension-decision`, { granted: true })).status).toBe(403)
    const granted = await office.post('head', `/api/appeals/${appeal.number}/extension-decision`, { granted: true })
    expect(granted.status).toBe(200)
    expect((await office.get('head', '/api/supervision/decisions')).body.decisions).toEqual([])
    const after = (await office.get('schooling', task)).body
    expect(Date.parse(after.dueAt) - Date.parse(before.dueAt)).toBeGreaterThanOrEqual(3 * DAY)
    const events = (await office.get('ada', `/api/appeals/${appeal.number}/events`)).body.events
    expect(events.find((event: EventBody) => event.type === 'ClockMoved')?.data.change).toMatchObject({
      kind: 'extended',
      reason: 'complex-matter',
      extension: { amount: 3 },
    })
    expect(JSON.stringify(events)).not.toContain(idOf('head'))
  })

  it('an urge of the expert waits for the window, which answers it', async () => {
    const appeal = await office.file('bo')
    expect((await office.post('bo', `/api/appeals/${appeal.number}/urge`, { note: 'please' })).status).toBe(200)
    const twice = await office.post('bo', `/api/appeals/${appeal.number}/urge`)
    expect([twice.status, twice.body.code]).toEqual([409, 'already-urged'])
    const waiting = (await office.get('clerk', '/api/supervision/decisions')).body.decisions.filter(
      (each: DecisionBody) => each.number === appeal.number,
    )
    expect(waiting).toEqual([expect.objectContaining({ kind: 'order', reason: 'urge', window: 'dist-lake.general.reception' })])
    expect((await office.post('clerk', `/api/appeals/${appeal.number}/order-answer`, { answer: 'tomorrow' })).status).toBe(200)
    expect(
      (await office.get('clerk', '/api/supervision/decisions')).body.decisions.filter(
        (each: DecisionBody) => each.number === appeal.number,
      ),
    ).toEqual([])
  })

  it('the second return goes to arbitration, and the supervisor names the window', async () => {
    const appeal = await office.file('ada', { ...SCHOOLING })
    await office.post('clerk', `/api/tasks/${appeal.id}-t1/completion`, { version: 1, outcome: 'accept' })
    expect(
      (await office.post('schooling', `/api/tasks/${appeal.id}-t2/return`, { version: 1, reason: 'not-our-duty', note: 'n' })).status,
    ).toBe(200)
    expect(
      (await office.post('clerk', `/api/tasks/${appeal.id}-t3/return`, { version: 1, reason: 'not-our-duty', note: 'n' })).status,
    ).toBe(200)
    const waiting = (await office.get('lake', '/api/supervision/decisions')).body.decisions.filter(
      (each: DecisionBody) => each.number === appeal.number,
    )
    expect(waiting).toEqual([expect.objectContaining({ kind: 'arbitration', href: `/api/appeals/${appeal.number}/arbitration` })])
    const named = await office.post('lake', `/api/appeals/${appeal.number}/arbitration`, {
      window: 'dist-lake.education.schooling',
      note: 'yours',
    })
    expect(named.status).toBe(200)
    expect(named.body.tasks.at(-1)).toMatchObject({ window: 'dist-lake.education.schooling', status: 'dispatched' })
  })
})

describe('what a person picks from', () => {
  it('the offices with their names, and who works at a window one answers for', async () => {
    const offices = (await office.get('ada', '/api/offices')).body
    expect(offices.stations.map((station: { code: string }) => station.code)).toEqual([
      'prov',
      'city-east',
      'city-west',
      'dist-lake',
      'dist-hill',
      'dist-port',
    ])
    expect(offices.windows).toContainEqual(
      expect.objectContaining({ code: 'dist-lake.general.reception', station: 'dist-lake', department: 'general' }),
    )
    const staff = await office.get('clerk', '/api/windows/dist-lake.general.reception/staff')
    expect(staff.body.staff.map((person: { username: string }) => person.username)).toEqual(['clerk', 'colleague', 'lead'])
    expect((await office.get('portclerk', '/api/windows/dist-lake.general.reception/staff')).status).toBe(403)
    expect((await office.get('clerk', '/api/windows/nowhere/staff')).status).toBe(404)
  })

  it('experts of the district, for who files on behalf there', async () => {
    const found = await office.get('liaison', '/api/experts?q=name%20of%20a')
    expect(found.body.experts).toEqual([{ id: idOf('ada'), name: 'Name of ada', tier: 'A', station: 'dist-lake', employer: null }])
    expect((await office.get('portclerk', '/api/experts?q=name')).body.experts).toEqual([])
    expect((await office.get('clerk', '/api/experts?q=%25')).body.experts).toEqual([])
    expect((await office.get('clerk', '/api/experts')).status).toBe(422)
  })
})
