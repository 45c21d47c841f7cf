import type { Instant } from '../../domain/clocks/types.ts'

/** An instant as answers write it: ISO 8601, UTC. */
export function iso(at: Instant): string {
  return new Date(at).toISOString()
}

export function isoOrNull(at: Instant | null): string | null {
  return at === null ? null : iso(at)
}
