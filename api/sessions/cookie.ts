import { parseCookie, stringifySetCookie } from 'cookie'
import type { Request } from 'express'

export const SESSION_COOKIE = 'hongyan_session'

/** The Set-Cookie value of a session: not readable by scripts, not sent by other sites, https only where there is https. */
export function sessionCookie(token: string, options: { readonly secure: boolean; readonly maxAgeSeconds: number }): string {
  return stringifySetCookie({
    name: SESSION_COOKIE,
    value: token,
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: options.secure,
    maxAge: options.maxAgeSeconds,
  })
}

/** The token a request carries, and how: a bearer token wins over the cookie. Null without either. */
export function tokenOf(request: Request): { readonly token: string; readonly from: 'bearer' | 'cookie' } | null {
  const bearer = /^Bearer +([\w-]{20,100})$/i.exec(request.get('authorization') ?? '')?.[1]
  if (bearer !== undefined) return { token: bearer, from: 'bearer' }
  const cookie = parseCookie(request.get('cookie') ?? '')[SESSION_COOKIE]
  return cookie === undefined || cookie === '' ? null : { token: cookie, from: 'cookie' }
}
