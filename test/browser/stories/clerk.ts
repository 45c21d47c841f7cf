import { expect, it } from '@jest/globals'
import { z } from 'zod'
import { fileSchooling, unclaimedTask } from '../appeals.ts'
import { expertsMails, expertsNextMail } from '../inbox.ts'
import { tabTo } from '../keyboard.ts'
import type { Stage } from '../stage.ts'

const CLERK = 'clerk.lake.reception'
const COLLEAGUE = 'clerk.lake.reception.b'
const EXPERT = 'expert02@experts.example'

const listed = z.object({
  tasks: z.array(
    z.object({
      id: z.string(),
      appeal: z.object({ number: z.string() }),
      dues: z.record(z.string(), z.object({ state: z.string() }).nullable()),
    }),
  ),
})

/** The window's staff at the workbench. */
export function clerkStories(stage: () => Stage): void {
  it('a clerk signs in, takes the most urgent task and completes it by the keyboard alone, and the expert gets a mail', async () => {
    const filed = await unclaimedTask(stage(), CLERK, await fileSchooling(stage(), EXPERT))
    const { page, faults } = await stage().open(null)
    await page.goto('/desk')
    await page.waitForURL('**/sign-in?**')
    await tabTo(page, page.locator('input[name=username]'))
    await page.keyboard.type(CLERK)
    await page.keyboard.press('Tab')
    await page.keyboard.type(`${CLERK}-demo`)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/desk')

    await tabTo(page, page.getByRole('tab', { name: '我的' }))
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/desk?view=unclaimed')
    await page.locator(`[data-task="${filed}"]`).waitFor()

    const urgent = await mostUrgent(stage())
    await page.keyboard.press('j')
    await page.locator(`[data-task="${urgent.id}"]:focus`).waitFor()
    await page.keyboard.press('c')
    const drawer = page.getByRole('dialog')
    const complete = drawer.getByRole('button', { name: /^办理/ })
    await tabTo(page, complete)
    await page.keyboard.press('Enter')

    const outcome = drawer.getByRole('radio').first()
    await tabTo(page, outcome)
    await page.keyboard.press('Space')
    expect(await outcome.isChecked()).toBe(true)
    await tabTo(page, drawer.getByLabel('给专家的答复'))
    await page.keyboard.type('材料已齐全。')
    await tabTo(page, drawer.locator('button[type=submit]'))
    const before = await expertsMails(stage().baseUrl, urgent.appeal.number)
    await page.keyboard.press('Enter')

    await expertsNextMail(stage().baseUrl, urgent.appeal.number, before)
    await drawer.locator('form').waitFor({ state: 'detached' })
    await page.keyboard.press('Escape')
    await drawer.waitFor({ state: 'detached' })
    expect(faults.filter((line) => !line.includes('401'))).toEqual([])
  })

  it('of two clerks who claim a task in the same moment one has it, and the other reads why not', async () => {
    const task = await unclaimedTask(stage(), CLERK, await fileSchooling(stage(), EXPERT))
    const [quick, late] = await Promise.all([stage().open(CLERK), stage().open(COLLEAGUE)])
    const claim = { name: '认领并签收' }
    for (const { page } of [quick, late]) {
      await page.goto(`/desk?view=unclaimed&open=${task}`)
      await page.getByRole('dialog').getByRole('button', claim).waitFor()
    }
    const { opened, open } = gate()
    await late.page.route('**/claim', async (route) => {
      await opened
      await route.continue()
    })
    const pressed = late.page.waitForRequest('**/claim')
    await late.page.getByRole('dialog').getByRole('button', claim).click()
    await pressed
    await quick.page.getByRole('dialog').getByRole('button', claim).click()
    await quick.page.getByRole('dialog').getByRole('button', { name: /^办理/ }).waitFor()
    const refused = late.page.locator('.ant-message').getByText('任务已有变化').first().waitFor()
    open()
    await refused
    await late.page.getByRole('dialog').getByText('窗口湖一', { exact: true }).waitFor()
  })
}

/** What stands on top of the clerk's list: what is overdue by any limit, then by date. */
async function mostUrgent(stage: Stage): Promise<z.output<typeof listed>['tasks'][number]> {
  const answer = await (await stage.api(CLERK)).get('/api/tasks?view=unclaimed')
  const { tasks } = listed.parse(await answer.json())
  const urgent = tasks.find(({ dues }) => Object.values(dues).some((due) => due?.state === 'expired')) ?? tasks[0]
  if (urgent === undefined) throw new Error('no task is unclaimed')
  return urgent
}

function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = (): void => {}
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { opened, open: () => open() }
}
