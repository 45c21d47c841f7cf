import type { Request } from 'express'
import { problem } from '../problems/problem.ts'

const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses a write that carries the session cookie from a page of another origin. A browser always
 * names the origin of a write; a program without one has no cookie of somebody else to misuse.
 * `publicOrigin` is the address users see where a proxy stands in front.
 */
export function checkOrigin(request: Request, publicOrigin: string | null): void {
  if (SAFE_METHODS.has(request.method)) return
  const site = request.get('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw problem('foreign-origin', { field: 'Origin' })
  const origin = request.get('origin')
  if (origin === undefined) return
  const own = `${request.protocol}://${request.get('host') ?? ''}`
  if (origin !== own && origin !== publicOrigin) throw problem('foreign-origin', { field: 'Origin' })
}
