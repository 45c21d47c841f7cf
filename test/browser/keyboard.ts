import type { Locator, Page } from 'playwright-core'

/** More stops than any page has. */
const MOST_STOPS = 150

/** Goes on with the Tab key until the element has the focus; throws where no way leads to it. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  for (let stops = 0; stops <= MOST_STOPS; stops += 1) {
    if (await target.evaluate((element) => element === element.ownerDocument.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the Tab key does not reach ${target}`)
}
