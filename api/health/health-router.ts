import { Router } from 'express'
import type { Deps } from '../deps.ts'
import { missingParts } from './parts.ts'

/** /health/live: the process answers. /health/ready: every part it needs answers too, else 503 with the missing ones by name. */
export function healthRouter(deps: Pick<Deps, 'health'>): Router {
  const router = Router()
  router.get('/health/live', (_request, response) => {
    response.json({ status: 'live' })
  })
  router.get('/health/ready', async (_request, response) => {
    const missing = await missingParts(deps.health)
    response.set('Cache-Control', 'no-store')
    if (missing.length === 0) response.json({ status: 'ready' })
    else response.status(503).set('Retry-After', '2').json({ status: 'not-ready', missing })
  })
  return router
}
