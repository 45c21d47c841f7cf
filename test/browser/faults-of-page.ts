import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { z } from 'zod'
import { until } from './until.ts'

const found = z.array(
  z.object({
    id: z.string(),
    impact: z.string().nullable(),
    nodes: z.array(z.object({ target: z.array(z.unknown()), failureSummary: z.string() })),
  }),
)
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** True once nothing on the page is still being fetched or moved. */
const IS_SETTLED =
  "document.querySelector('.ant-skeleton, .ant-spin-spinning') === null && document.getAnimations().every((it) => it.playState !== 'running')"

/** Waits until the page is drawn whole. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  await until(`the end of loading of ${page.url()}`, async () => ((await page.evaluate(IS_SETTLED)) === true ? true : null))
}

/** What axe finds on the page that is serious or critical: rule, place and what to do, one line each. */
export async function accessFaults(page: Page): Promise<readonly string[]> {
  await settled(page)
  await page.evaluate(await readFile(AXE, 'utf8'))
  const answer = await page.evaluate("axe.run(document, { resultTypes: ['violations'] }).then((it) => it.violations)")
  return found
    .parse(answer)
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${page.url()} ${id} ${node.target.join(' ')}: ${node.failureSummary}`))
}
