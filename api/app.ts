import express from 'express'
import type { Express } from 'express'
import helmet from 'helmet'
import type { Deps } from './deps.ts'
import { docsRouter } from './docs/docs-router.ts'
import { healthRouter } from './health/health-router.ts'
import { bodyInTime } from './http/body-in-time.ts'
import { jsonBody } from './http/json-body.ts'
import { registerRoutes, registerUploads, unknownRoute } from './http/register.ts'
import { requestLog } from './http/request-log.ts'
import { metricsRouter } from './metrics/metrics-router.ts'
import { openApiDocument } from './openapi.ts'
import { errorHandler } from './problems/error-handler.ts'
import { routes } from './routes/index.ts'

/** The HTTP application; nothing here listens or connects. `extra` are routers mounted before the routes (pages, the demo's mail box). */
export function createApp(deps: Deps, extra: readonly express.Router[] = []): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('etag', false)
  app.set('query parser', 'simple')
  app.set('trust proxy', deps.settings.production ? 1 : false)
  app.use(requestLog(deps.log, deps.metrics))
  app.use(helmet({ strictTransportSecurity: deps.settings.production }))
  app.use('/api', (_request, response, next) => {
    response.set('Cache-Control', 'no-store')
    next()
  })
  app.use(healthRouter(deps))
  app.use(metricsRouter(deps))
  app.use(docsRouter(openApiDocument(routes)))
  for (const router of extra) app.use(router)
  registerUploads(app, routes, deps)
  app.use('/api', bodyInTime(), ...jsonBody())
  registerRoutes(app, routes, deps)
  app.use(unknownRoute)
  app.use(errorHandler(deps.log))
  return app
}
