import type { Express, RequestHandler } from 'express'
import type { Deps } from '../deps.ts'
import { problem } from '../problems/problem.ts'
import type { Route } from '../route.ts'
import { dispatch } from './dispatch.ts'

/**
 * Puts the table of routes into Express; a path that is known under other methods answers 405 with
 * `Allow`. Literal paths stand before those with parameters, whatever the order of the table.
 */
export function registerRoutes(app: Express, routes: readonly Route[], deps: Deps): void {
  const paths = [...new Set(routes.map((route) => route.path))].sort((a, b) => parameters(a) - parameters(b))
  for (const path of paths) {
    const here = routes.filter((route) => route.path === path)
    for (const route of here) app[route.method](path, dispatch(route, deps))
    app.all(path, methodNotAllowed(here.map((route) => route.method.toUpperCase())))
  }
}

/** Routes that read their bodies themselves stand before the reader of JSON; under other methods their paths go on to the table. */
export function registerUploads(app: Express, routes: readonly Route[], deps: Deps): void {
  for (const route of routes) if (route.upload) app[route.method](route.path, dispatch(route, deps))
}

function parameters(path: string): number {
  return path.split('/').filter((part) => part.startsWith(':')).length
}

function methodNotAllowed(methods: readonly string[]): RequestHandler {
  return (_request, response) => {
    response.set('Allow', methods.join(', '))
    throw problem('method-not-allowed')
  }
}

/** The last handler: nothing has this address. */
export const unknownRoute: RequestHandler = () => {
  throw problem('unknown-route')
}
