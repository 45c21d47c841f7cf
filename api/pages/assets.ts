import { existsSync } from 'node:fs'
import { join } from 'node:path'
import express, { type RequestHandler } from 'express'

/** Files whose names carry the digest of their content: kept by browsers for a year, sent packed where a packed one lies beside. */
export function assets(folder: string): RequestHandler {
  const files = express.static(folder, { index: false, immutable: true, maxAge: '365d' })
  return (request, response, next) => {
    const isPlain = /^\/[\w.-]+\.(js|css)$/.test(request.path)
    response.vary('Accept-Encoding')
    if (isPlain && request.acceptsEncodings('gzip') === 'gzip' && existsSync(join(folder, `${request.path}.gz`))) {
      response.set('Content-Encoding', 'gzip')
      response.type(request.path.endsWith('.js') ? 'text/javascript' : 'text/css')
      request.url = `${request.path}.gz`
    }
    files(request, response, next)
  }
}
