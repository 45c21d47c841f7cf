import { createHash } from 'node:crypto'
import { z } from 'zod'
import { canonicalJson } from '../../domain/canonical-json.ts'
import type { TaskCommandKind } from '../../domain/case/command.ts'
import type { Instant } from '../../domain/clocks/types.ts'
import type { BulkPress } from '../../prisma/stores/bulk-store.ts'
import { BODIES } from '../commands/bodies.ts'
import { CASE_COMMANDS, type CaseCommandKind, TASK_COMMANDS } from '../commands/table.ts'
import { uuidFrom } from '../commands/texts.ts'
import type { Deps } from '../deps.ts'
import { fieldErrors } from '../problems/from-zod.ts'
import { fieldError, invalid, problem } from '../problems/problem.ts'
import type { Route } from '../route.ts'
import type { BulkBody } from '../schemas/bulk.ts'
import { holdsOneOf, type Person } from '../sessions/person.ts'
import { CASE_ROUTES, TASK_ROUTES } from './command-routes.ts'
import { targetsOf } from './targets.ts'

/** The route of a command that may be pressed on many, and how it names what it is aimed at. */
export interface BulkRoute {
  readonly route: Route
  readonly param: 'id' | 'number'
}

/** Null for what is no command of people. */
export function bulkRoute(command: string): BulkRoute | null {
  if (isKind(TASK_COMMANDS, command)) return { route: TASK_ROUTES[command], param: 'id' }
  return isKind(CASE_COMMANDS, command) ? { route: CASE_ROUTES[command], param: 'number' } : null
}

interface Pressing {
  readonly deps: Deps
  readonly person: Person
  readonly at: Instant
  readonly key: string
}

/**
 * Takes one press on many down: its targets are written before the first is touched, so that the same key
 * means the same targets, whatever matches by then. 403 and 422 as the command itself would answer.
 */
export async function takeDown({ deps, person, at, key }: Pressing, asked: BulkBody): Promise<BulkPress> {
  const found = bulkRoute(asked.command)
  if (found === null) throw invalid([fieldError('command', 'unknown', { value: asked.command })])
  const { route, param } = found
  if (route.allow !== 'anyone' && route.allow !== 'signed-in' && !holdsOneOf(person, route.allow)) throw problem('role-missing')
  checkBody(asked)
  if (param === 'id' && asked.appeals !== undefined) throw invalid([fieldError('appeals', 'unknown-field')])
  const digest = createHash('sha256').update(canonicalJson(asked)).digest('hex')
  const known = await deps.bulk.byKey(person.id, key)
  const press = known ?? (await begin({ deps, person, at, key }, asked, digest, param === 'id'))
  if (press.digest !== digest) throw problem('key-reused', { field: 'Idempotency-Key' })
  return press
}

async function begin({ deps, person, at, key }: Pressing, asked: BulkBody, digest: string, onTasks: boolean): Promise<BulkPress> {
  const { targets, beyond } = await targetsOf(deps, person, at, asked, onTasks)
  const id = uuidFrom(`bulk\n${person.id}\n${key}`)
  return deps.bulk.begin({ id, staffId: person.id, key, digest, command: asked.command, body: asked.body, beyond }, targets)
}

/** The body as each row will be given it; the version is each row's own. */
function checkBody({ command, body }: BulkBody): void {
  if ('version' in body) throw invalid([fieldError('body.version', 'unknown-field')])
  const checked = schemaOf(command).safeParse(rowBody(command, body, 1), { reportInput: true })
  if (!checked.success) throw invalid(fieldErrors(checked.error).map((error) => ({ ...error, field: `body.${error.field}` })))
}

/** The body of one row: with its version, where the command knows one. */
export function rowBody(command: string, body: Readonly<Record<string, unknown>>, version: number | null): Record<string, unknown> {
  return version !== null && 'version' in schemaOf(command).shape ? { ...body, version } : { ...body }
}

function schemaOf(command: string): z.ZodObject {
  return isKind(BODIES, command) ? BODIES[command] : z.strictObject({})
}

function isKind<T extends Readonly<Record<TaskCommandKind, unknown>> | Readonly<Record<CaseCommandKind, unknown>>>(
  table: T,
  kind: string,
): kind is keyof T & string {
  return Object.hasOwn(table, kind)
}
