import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import express, { Router } from 'express'

const PAGE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Hongyan API 鸿雁接口</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/api/docs/files/swagger-ui.css"></head>
<body><div id="swagger-ui"></div>
<script src="/api/docs/files/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script></body></html>`

const START = `window.ui = SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#swagger-ui', deepLinking: true, validatorUrl: null, requestInterceptor: (request) => request });
`

// Swagger UI sets style attributes from scripts and shows its icons as data: images; scripts stay our own.
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

/** /api/openapi.json and a page of it that needs no other host. */
export function docsRouter(document: object): Router {
  const router = Router()
  const text = JSON.stringify(document, null, 2)
  const assets = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
  router.get('/api/openapi.json', (_request, response) => {
    response.type('application/json').send(text)
  })
  router.get('/api/docs', (_request, response) => {
    response.set('Content-Security-Policy', POLICY).type('html').send(PAGE)
  })
  router.get('/api/docs/start.js', (_request, response) => {
    response.type('text/javascript').send(START)
  })
  router.use('/api/docs/files', express.static(assets, { index: false, fallthrough: true, maxAge: '1h' }))
  return router
}
