import { Router, type Request, type Response } from 'express'
import { createInboxReader, type CaughtHead, type InboxReader } from './dev-inbox.ts'
import { framesPage, listPage, mailPage, nonePage } from './dev-mail-pages.ts'

/** The second is what a script gets that joins the path of the JSON to demo.json's `mailUrl`, which is the page. */
const JSON_ADDRESSES = ['/dev/mail.json', '/dev/mail/dev/mail.json']

/** Mails in one list page; the JSON has no such end. */
const PAGE_LIMIT = 200

/**
 * The demo's inbox: `/dev/mail` is a page, `/dev/mail.json` the same as an array, newest first. `?to=`
 * narrows both to one address, `?limit=` to the newest so many. It shows every mail of everybody, so it
 * is mounted only where the built-in catcher is in use.
 */
export function devMailRouter({ dataFolder }: { readonly dataFolder: string }): Router {
  const inbox = createInboxReader(dataFolder)
  const router = Router()
  router.get(JSON_ADDRESSES, (request, response) => sendJson(inbox, request, response))
  router.get('/dev/mail', async (request, response) => {
    if (request.accepts(['html', 'json']) === 'json') return sendJson(inbox, request, response)
    sendPage(response, framesPage(addressOf(request)))
  })
  router.get('/dev/mail/list', async (request, response) => {
    const heads = await inbox.list(addressOf(request))
    sendPage(response, listPage(heads.slice(0, PAGE_LIMIT), heads.length, addressOf(request)))
  })
  router.get('/dev/mail/none', (_request, response) => sendPage(response, nonePage()))
  router.get('/dev/mail/:id', async (request, response) => {
    const mail = await inbox.find(String(request.params['id']))
    if (mail === null) {
      response.status(404)
      return sendPage(response, nonePage())
    }
    sendPage(response, mailPage(mail))
  })
  router.get('/dev/mail/:id/html', async (request, response) => {
    const mail = await inbox.find(String(request.params['id']))
    response.status(mail === null ? 404 : 200)
    sendPage(response, mail?.html ?? '', `${POLICY}; sandbox allow-popups allow-popups-to-escape-sandbox`)
  })
  return router
}

function addressOf(request: Request): string | null {
  const { to } = request.query
  return typeof to === 'string' && to.trim() !== '' ? to.trim() : null
}

/** Bodies are read from the file one at a time while the answer is written. */
async function sendJson(inbox: InboxReader, request: Request, response: Response): Promise<void> {
  const { limit } = request.query
  const all = await inbox.list(addressOf(request))
  const heads: readonly CaughtHead[] = typeof limit === 'string' && /^\d{1,6}$/.test(limit) ? all.slice(0, Number(limit)) : all
  response.set({ 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' })
  response.write('[')
  for (const [index, head] of heads.entries()) {
    const chunk = `${index === 0 ? '' : ','}\n${await inbox.text(head)}`
    if (!response.write(chunk)) await new Promise((resolve) => response.once('drain', resolve).once('close', resolve))
    if (response.destroyed) return
  }
  response.end('\n]\n')
}

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'self'; frame-ancestors 'self'; base-uri 'none'"

function sendPage(response: Response, html: string, policy: string = POLICY): void {
  response.set({
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': policy,
    'X-Frame-Options': 'SAMEORIGIN',
  })
  response.send(html)
}
