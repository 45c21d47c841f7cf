import type { Request } from 'express'
import type { Deps } from '../deps.ts'
import { checkOrigin } from '../http/origin.ts'
import { problem } from '../problems/problem.ts'
import { tokenOf } from './cookie.ts'
import { personOf } from './person-of.ts'
import type { Person } from './person.ts'
import { hashOf } from './token.ts'

/**
 * Who asks: null without a token. A token that is unknown, revoked or past its idle or absolute end
 * is 401, never taken for nobody, except on routes open to anyone, where `lenient` is set. A write
 * that carries the cookie must come from our own origin.
 */
export async function authenticate(request: Request, deps: Deps, lenient: boolean): Promise<Person | null> {
  const given = tokenOf(request)
  if (given === null) return null
  if (given.from === 'cookie') checkOrigin(request, deps.settings.publicOrigin)
  const person = await personOf(hashOf(given.token), deps)
  if (person === null && !lenient) throw problem('not-signed-in')
  return person
}
