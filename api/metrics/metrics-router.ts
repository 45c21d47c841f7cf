import { Router } from 'express'
import type { Deps } from '../deps.ts'

/** GET /metrics for Prometheus. With the database away the process figures still answer. */
export function metricsRouter(deps: Pick<Deps, 'metrics' | 'figures' | 'realNow' | 'log'>): Router {
  const router = Router()
  router.get('/metrics', async (_request, response) => {
    try {
      deps.metrics.setFigures(await deps.figures(), deps.realNow())
    } catch (error) {
      deps.log.warn({ err: error }, 'business figures are not to be had')
    }
    response.set('Content-Type', deps.metrics.registry.contentType).send(await deps.metrics.registry.metrics())
  })
  return router
}
