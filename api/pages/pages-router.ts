import { type Request, type Response, Router } from 'express'
import type { Language } from '../../domain/text.ts'
import type { Deps } from '../deps.ts'
import { readerLanguage } from '../http/language.ts'
import { authenticate } from '../sessions/authenticate.ts'
import type { Person } from '../sessions/person.ts'
import { personView } from '../views/person-view.ts'
import { askAsReader } from './ask-as-reader.ts'
import { filled } from './filled.ts'
import type { PagesNow } from './page-files.ts'
import { newNonce, pagePolicy } from './policy.ts'

/** Addresses of the staff pages; what follows them is read in the browser. */
const STAFF = ['/desk', '/board', '/appeals', '/admin', '/profile']
const PORTAL = ['/sign-in', '/my']

/**
 * The pages: documents and assets only, everything they show comes from the JSON API. Staff pages are
 * drawn in the browser, those of experts in the server first, so that they can be read without scripts.
 */
export function pagesRouter(deps: Deps, pages: PagesNow): Router {
  const router = Router()
  router.use('/web/:name/assets', async (request, response, next) => {
    const serve = (await pages())?.assets.get(request.params['name'])
    if (serve === undefined) return next()
    serve(request, response, next)
  })

  router.get('/', async (request, response) => {
    const person = await authenticate(request, deps, true)
    response.redirect(302, person === null ? '/sign-in' : homeOf(person))
  })
  router.get('/appeals/:number', async (request, response, next) => {
    const person = await authenticate(request, deps, true)
    if (person?.kind === 'staff') return next()
    response.redirect(302, `/my/appeals/${encodeURIComponent(String(request.params['number']))}`)
  })
  router.get(
    STAFF.flatMap((path) => [path, `${path}/*rest`]),
    async (_request, response, next) => {
      const files = await pages()
      if (files === null) return next()
      const nonce = newNonce()
      send(response, 200, nonce, filled(files.staff, { NONCE: nonce }))
    },
  )
  router.get(
    PORTAL.flatMap((path) => [path, `${path}/*rest`]),
    async (request, response, next) => {
      const files = await pages()
      if (files === null) return next()
      const person = await authenticate(request, deps, true)
      const language = languageOf(request, person)
      const view = person === null ? null : personView(person)
      const drawn = await files.draw({ url: request.originalUrl, language, person: view, ask: askAsReader(request, language) })
      if ('redirect' in drawn) return response.redirect(302, drawn.redirect)
      const data = JSON.stringify(drawn.data).replaceAll('<', '\\u003c')
      const lang = language === 'zh' ? 'zh-CN' : 'en'
      send(
        response,
        drawn.status,
        newNonce(),
        filled(files.portal, { LANG: lang, TITLE: escaped(drawn.title), HTML: drawn.html, DATA: data }),
      )
    },
  )
  return router
}

function homeOf(person: Person): string {
  return person.kind === 'expert' ? '/my' : '/desk'
}

/** The language chosen on the pages, else by the address, else as every answer's. */
function languageOf(request: Request, person: Person | null): Language {
  const asked = request.query['lang']
  const chosen = /(?:^|;\s*)hongyan_language=(zh|en)(?:;|$)/.exec(request.get('cookie') ?? '')?.[1]
  for (const language of [asked, chosen]) if (language === 'zh' || language === 'en') return language
  return person?.language ?? readerLanguage(request.get('accept-language'), null)
}

/** A text as it may stand in a document. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

function send(response: Response, status: number, nonce: string, html: string): void {
  response
    .status(status)
    .set({ 'Content-Security-Policy': pagePolicy(nonce), 'Cache-Control': 'no-store' })
    .type('html')
    .send(html)
}
