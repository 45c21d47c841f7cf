import { expect, it } from '@jest/globals'
import type { BrowserContextOptions } from 'playwright-core'
import { picture } from '../picture.ts'
import { settled } from '../faults-of-page.ts'
import type { Stage } from '../stage.ts'

const EXPERT = 'expert07@experts.example'
const PHONE: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, locale: 'en-GB' }
const PAPER = { name: 'card.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n') }

/** An expert with a phone. */
export function expertStories(stage: () => Stage): void {
  it('an expert files from a phone in English with a paper, and then reads the matter there with scripts off', async () => {
    const { page, faults } = await stage().open(EXPERT, PHONE)
    await page.goto('/my')
    await page.getByRole('link', { name: 'File an appeal' }).click()
    await page.getByRole('link', { name: "School place for an expert's child" }).click()

    await page.getByLabel('Name of the child').fill('Lin')
    await page.getByLabel('Date of birth').fill('2019-05-06')
    await page.getByLabel('Primary school').check()
    await page.getByLabel('Registered elsewhere').check()
    await page.getByLabel('Present address').fill('1 Lake Road')
    await page.getByLabel('Wished date of entry').fill('2027-09-01')
    await page.getByRole('button', { name: 'Next' }).click()

    for (const paper of ['Talent card', 'Identity documents', 'Proof of kinship', 'Proof of residence']) {
      await page.getByRole('group', { name: paper }).getByLabel('Hand it in now').check()
    }
    await page.getByLabel('Upload a file: Talent card').setInputFiles(PAPER)
    await page.getByRole('link', { name: 'card.pdf' }).first().waitFor()
    await page.getByRole('button', { name: 'Next' }).click()

    await page.getByRole('button', { name: 'Send the appeal' }).click()
    const another = page.getByRole('button', { name: 'File another all the same' })
    await page.getByText('Your appeal is filed.').or(another).first().waitFor()
    if (await another.isVisible()) await another.click()
    await page.getByText('Your appeal is filed. We have sent you a mail, too.').waitFor()
    await settled(page)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
    await picture(page, 'portal')
    const matter = new URL(page.url()).pathname
    const number = matter.split('/').at(-1) ?? ''

    const { page: plain } = await stage().open(EXPERT, { ...PHONE, javaScriptEnabled: false })
    await plain.goto('/my')
    await plain.locator(`a[href="${matter}"]`).click()
    await plain.getByRole('heading', { level: 1, name: "School place for an expert's child" }).waitFor()
    const text = await plain.locator('main').textContent()
    for (const words of [number, 'The general window is checking your papers.', 'What has happened', 'Talent card', 'card.pdf']) {
      expect(text).toContain(words)
    }
    expect(faults.filter((line) => !line.includes('409'))).toEqual([])
  })
}
