/** @jsxImportSource preact */
import { render } from 'preact-render-to-string'
import type { Drawn, PageData, PageRequest } from './page.ts'
import { NOT_FOUND, PAGES, type PortalPage } from './pages.tsx'
import { texts } from './parts/texts.ts'

/** Draws the page of an address, complete without scripts in the browser; those take it over where they run. */
export async function draw(request: PageRequest): Promise<Drawn> {
  const { pathname } = new URL(request.url, 'http://site')
  for (const page of PAGES) {
    const match = page.path.exec(pathname)
    if (match === null) continue
    if (page.needsExpert && request.person?.kind !== 'expert') return { redirect: elsewhere(request) }
    try {
      return drawn(page, request, await page.load(request, { ...match.groups }), 200)
    } catch (error) {
      const status = statusOf(error)
      if (status === 401) return { redirect: elsewhere(request) }
      if (status === 404) break
      throw error
    }
  }
  return drawn(NOT_FOUND, request, null, 404)
}

/** Of a refusal of the API, null for any other error. */
function statusOf(error: unknown): number | null {
  return error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : null
}

function elsewhere({ person, url }: PageRequest): string {
  return person?.kind === 'staff' ? '/desk' : `/sign-in?to=${encodeURIComponent(url)}`
}

function drawn(page: PortalPage, { language, person }: PageRequest, content: unknown, status: number): Drawn {
  const data: PageData = { page: page.name, language, person, content }
  return { status, title: `${page.title(data)} – ${texts[language].product}`, html: render(page.draw(data)), data }
}
