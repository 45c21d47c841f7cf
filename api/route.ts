import type { Readable } from 'node:stream'
import type { Request, Response } from 'express'
import type { z } from 'zod'
import type { Instant } from '../domain/clocks/types.ts'
import type { Role } from '../domain/people/roles.ts'
import type { Language, Text } from '../domain/text.ts'
import type { Deps } from './deps.ts'
import type { KeyRule } from './http/idempotency-key.ts'
import type { Person } from './sessions/person.ts'

export const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const
export type Method = (typeof METHODS)[number]

/** Who may call a route at all: anyone, anyone who is signed in, or holders of one of the roles. */
export type Allow = 'anyone' | 'signed-in' | readonly Role[]

/**
 * What the route leaves behind: `write` is told by the case log or the table written, `public` and
 * `own` show nothing of another person, `personal` reads personal data and must name whose: the
 * framework writes one read_audit row for each subject in `reads`.
 */
export type Audit = 'public' | 'own' | 'write' | 'personal'

export interface ReadSubject {
  readonly kind: 'appeal' | 'expert' | 'staff' | 'export' | 'file'
  readonly id: string
}

type Answers = Readonly<Record<number, z.ZodType>>

/** One of the answers the route declares, with what was read and headers of its own. */
export type Answer<A extends Answers> = {
  [S in keyof A & number]: {
    readonly status: S
    readonly body: z.input<A[S]>
  } & AnswerExtras
}[keyof A & number]

interface AnswerExtras {
  readonly reads?: readonly ReadSubject[]
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as it is instead of a body; its type and name are among the headers. */
  readonly file?: Readable
}

/** An answer with its status kept as a literal, so that the compiler holds the body against that status's schema. */
export function answer<const S extends number, B>(
  status: S,
  body: B,
  extras: AnswerExtras = {},
): { readonly status: S; readonly body: B } & AnswerExtras {
  return { status, body, ...extras }
}

/** One request as a handler sees it: checked input, the asking person, and the instant it came (case time). */
export interface Call<P, Q, B, W> {
  readonly deps: Deps
  readonly params: P
  readonly query: Q
  readonly body: B
  readonly person: W
  readonly language: Language
  readonly at: Instant
  /** The Idempotency-Key, a fresh one where it may be left out, '' where the route has none. */
  readonly key: string
  readonly source: string
  readonly request: Request
  readonly response: Response
}

export interface RouteSpec<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends Answers, W extends Allow> {
  readonly method: Method
  /** Express form, e.g. /api/tasks/:id/claim. */
  readonly path: `/${string}`
  readonly tag: string
  readonly summary: Text
  readonly allow: W
  readonly audit: Audit
  readonly key: KeyRule
  /** The body is a multipart form with one file, which the handler reads itself as it comes; it may take its time. */
  readonly upload?: true
  readonly params: P
  readonly query: Q
  readonly body: B
  readonly answers: A
  readonly handler: (call: Call<z.output<P>, z.output<Q>, z.output<B>, W extends 'anyone' ? Person | null : Person>) => Promise<Answer<A>>
}

/** A route with its types sealed inside: what the table of routes, Express and the OpenAPI document read. */
export interface Route {
  readonly method: Method
  readonly path: `/${string}`
  readonly tag: string
  readonly summary: Text
  readonly allow: Allow
  readonly audit: Audit
  readonly key: KeyRule
  readonly upload?: true
  readonly params: z.ZodType
  readonly query: z.ZodType
  readonly body: z.ZodType
  readonly answers: Answers
  /** Runs the handler on input that the three schemas have accepted and a person whom `allow` lets in. */
  readonly run: (call: Call<unknown, unknown, unknown, Person | null>) => Promise<Answer<Answers>>
}

/**
 * Declares one route: contract, rights, audit and handler in one place. Without `allow` and `audit`
 * it does not compile. The id acted on comes from the path and the actor from the session, never
 * from the body (design 11).
 */
export function defineRoute<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, const A extends Answers, const W extends Allow>(
  spec: RouteSpec<P, Q, B, A, W>,
): Route {
  const { handler, ...contract } = spec
  // The edge where types are sealed: `run` is called only by the dispatcher, with the output of this
  // very contract's schemas and a person whom `allow` has let in.
  const run = handler as unknown as Route['run']
  return { ...contract, run }
}
