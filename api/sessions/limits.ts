import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { problem } from '../problems/problem.ts'

/** How often signing in may fail, and codes may be asked for, within ten minutes of real time. */
export interface SignInLimits {
  readonly perAccount: number
  readonly perSource: number
}

export const SIGN_IN_LIMITS: SignInLimits = { perAccount: 10, perSource: 200 }
const WINDOW_SECONDS = 600

export interface SignInGuard {
  /** Counts one attempt against the source and the account before anything is looked at; 429 with Retry-After when either is spent. */
  attempt(account: string, source: string): Promise<void>
  /** A success forgets the attempts of the account and gives the source its one back. */
  succeeded(account: string, source: string): Promise<void>
}

/** Counts attempts by account and by source; unknown accounts count like known ones. */
export function createSignInGuard(limits: SignInLimits = SIGN_IN_LIMITS): SignInGuard {
  const accounts = new RateLimiterMemory({ keyPrefix: 'account', points: limits.perAccount, duration: WINDOW_SECONDS })
  const sources = new RateLimiterMemory({ keyPrefix: 'source', points: limits.perSource, duration: WINDOW_SECONDS })
  return {
    attempt: async (account, source) => {
      await spend(sources, source)
      await spend(accounts, keyOf(account))
    },
    succeeded: async (account, source) => {
      await accounts.delete(keyOf(account))
      await sources.reward(source)
    },
  }
}

async function spend(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key)
  } catch (rejected) {
    if (!(rejected instanceof RateLimiterRes)) throw rejected
    throw problem('too-many-attempts', { retryAfterSeconds: Math.max(1, Math.ceil(rejected.msBeforeNext / 1000)) })
  }
}

/** One account however it is written; bounded, so that a long name cannot fill the memory. */
function keyOf(account: string): string {
  return account.trim().toLowerCase().slice(0, 200)
}
