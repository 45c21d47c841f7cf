import { join } from 'node:path'
import type { Page } from 'playwright-core'

const FOLDER = join(import.meta.dirname, '..', '..', 'docs', 'screens')

/** Puts what the page shows into docs/screens, where HONGYAN_SCREENS asks for it; the README shows it. */
export async function picture(page: Page, name: 'workbench' | 'board' | 'case' | 'portal'): Promise<void> {
  if ((process.env['HONGYAN_SCREENS'] ?? '') === '') return
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled', caret: 'hide' })
}
