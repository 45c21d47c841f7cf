import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { problem } from '../problems/problem.ts'

/** How many attempts one account may see, and one source may fail, within ten minutes of real time. */
export interface SignInLimits {
  readonly perAccount: number
  readonly perSource: number
}

export const SIGN_IN_LIMITS: SignInLimits = { perAccount: 10, perSource: 200 }
/** Codes asked for: few an address, since each is a mail. */
export const CODE_LIMITS: SignInLimits = { perAccount: 10, perSource: 300 }
const WINDOW_MS = 600_000

/** Attempts by key, shared by all API processes (prisma/stores/sign-in-attempt-store.ts). */
export interface Attempts {
  spend(key: string, at: number, windowMs: number): Promise<{ readonly attempts: number; readonly until: number }>
  forget(key: string): Promise<void>
}

export interface SignInGuard {
  /** Counts one attempt against the source and the account before anything is looked at; 429 with Retry-After when either is spent. */
  attempt(account: string, source: string): Promise<void>
  /** A success forgets the attempts of the account and gives the source its one back. */
  succeeded(account: string, source: string): Promise<void>
}

interface GuardOptions {
  /** Keeps the counts of several guards apart. */
  readonly name: string
  readonly limits: SignInLimits
  readonly attempts: Attempts
  readonly realNow: () => number
}

/** Counts by account in the database, by source in this process; unknown accounts count like known ones. */
export function createSignInGuard({ name, limits, attempts, realNow }: GuardOptions): SignInGuard {
  const sources = new RateLimiterMemory({ keyPrefix: name, points: limits.perSource, duration: WINDOW_MS / 1000 })
  const keyOf = (account: string): string => `${name}:${account.trim().toLowerCase().slice(0, 200)}`
  return {
    attempt: async (account, source) => {
      await spendSource(sources, source)
      const at = realNow()
      const spent = await attempts.spend(keyOf(account), at, WINDOW_MS)
      if (spent.attempts > limits.perAccount) throw tooMany(spent.until - at)
    },
    succeeded: async (account, source) => {
      await attempts.forget(keyOf(account))
      await sources.reward(source)
    },
  }
}

async function spendSource(limiter: RateLimiterMemory, source: string): Promise<void> {
  try {
    await limiter.consume(source)
  } catch (rejected) {
    if (!(rejected instanceof RateLimiterRes)) throw rejected
    throw tooMany(rejected.msBeforeNext)
  }
}

function tooMany(waitMs: number): Error {
  return problem('too-many-attempts', { retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)) })
}
