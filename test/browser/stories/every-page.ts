import { expect, it } from '@jest/globals'
import { z } from 'zod'
import { accessFaults, settled } from '../faults-of-page.ts'
import { picture } from '../picture.ts'
import type { Stage, Visit } from '../stage.ts'

const SUPERVISOR = 'province.supervisor'
const EXPERT = 'expert28@experts.example'
const ADMIN_PAGES = [
  'people',
  'windows',
  'items',
  'items/child-schooling',
  'new-item',
  'calendars',
  'ladders',
  'mail-texts',
  'outbox',
  'audit',
  'stuck',
]

const appealsOf = z.object({ appeals: z.array(z.object({ number: z.string() })) })

/** What holds for each page: people with a reader or a keyboard can use it, and the content policy refuses nothing. */
export function everyPage(stage: () => Stage): void {
  it('the workbench has no serious fault for people who cannot see or point, nor an error in the console', async () => {
    const visit = await stage().open(SUPERVISOR)
    const faults = await look(visit, '/desk?view=overdue')
    await picture(visit.page, 'workbench')
    await visit.page.locator('[data-task]').first().click()
    await visit.page.getByRole('dialog').getByRole('tab').first().waitFor()
    faults.push(...(await accessFaults(visit.page)))
    expect([...faults, ...visit.faults]).toEqual([])
  })

  it('nor have the board and its lists', async () => {
    const visit = await stage().open(SUPERVISOR)
    const faults = await look(visit, '/board')
    await picture(visit.page, 'board')
    faults.push(...(await look(visit, '/board/list')), ...(await look(visit, '/board/orders')))
    expect([...faults, ...visit.faults]).toEqual([])
  })

  it('nor has the page of a case', async () => {
    const visit = await stage().open(SUPERVISOR)
    const faults = await look(visit, `/appeals/${await oneAppeal(stage(), EXPERT)}`)
    await picture(visit.page, 'case')
    expect([...faults, ...visit.faults]).toEqual([])
  })

  it('nor has the administration', async () => {
    const visit = await stage().open('admin')
    const faults: string[] = []
    for (const page of ADMIN_PAGES) faults.push(...(await look(visit, `/admin/${page}`)))
    expect([...faults, ...visit.faults]).toEqual([])
  })

  it('nor have the pages of experts and the sign-in', async () => {
    const visit = await stage().open(EXPERT)
    const faults: string[] = []
    const paths = ['/my', `/my/appeals/${await oneAppeal(stage(), EXPERT)}`, '/my/new', '/my/new/child-schooling', '/my/profile']
    for (const path of paths) faults.push(...(await look(visit, path)))
    const stranger = await stage().open(null)
    faults.push(...(await look(stranger, '/sign-in')))
    expect([...faults, ...visit.faults, ...stranger.faults]).toEqual([])
  })

  it('a page of 1280 pixels magnified twice needs no scrolling to the side', async () => {
    const { page } = await stage().open(SUPERVISOR, { viewport: { width: 640, height: 400 } })
    const widths: unknown[] = []
    for (const path of ['/desk?view=overdue', '/board', `/appeals/${await oneAppeal(stage())}`]) {
      await page.goto(path)
      await settled(page)
      widths.push(await page.evaluate('document.documentElement.scrollWidth'))
    }
    expect(widths).toEqual([640, 640, 640])
  })
}

async function look({ page }: Visit, path: string): Promise<string[]> {
  await page.goto(path)
  return [...(await accessFaults(page))]
}

async function oneAppeal(stage: Stage, who = SUPERVISOR): Promise<string> {
  const answer = await (await stage.api(who)).get('/api/appeals?limit=1')
  const [appeal] = appealsOf.parse(await answer.json()).appeals
  if (appeal === undefined) throw new Error(`${who} has no appeal`)
  return appeal.number
}
