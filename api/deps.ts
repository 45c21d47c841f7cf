import type { Logger } from 'pino'
import type { Catalog } from '../catalog/loader/catalog.ts'
import type { Instant, LocalDate } from '../domain/clocks/types.ts'
import type { Part } from './health/parts.ts'
import type { BusinessFigures, Metrics } from './metrics/metrics.ts'
import type { PeopleReadPort } from './ports/people-port.ts'
import type { SessionPort, SignInCodePort } from './ports/session-port.ts'
import type { ReadSubject } from './route.ts'
import type { SignInGuard } from './sessions/limits.ts'
import type { Person } from './sessions/person.ts'
import type { ApiSettings } from './settings.ts'

/** Everything a handler may reach, put together in the composition root (api/main.ts) or by a test. */
export interface Deps {
  readonly settings: ApiSettings
  readonly version: string
  readonly log: Logger
  readonly metrics: Metrics
  readonly health: Readonly<Record<Part, () => Promise<boolean>>>
  readonly figures: () => Promise<BusinessFigures>
  /** Case time (design 12). */
  readonly now: () => Promise<Instant>
  /** Local date of case time, by which memberships are valid. */
  readonly today: () => Promise<LocalDate>
  /** Real time in epoch milliseconds: sessions, codes. */
  readonly realNow: () => number
  readonly catalog: Catalog
  readonly sessions: SessionPort
  readonly signInCodes: SignInCodePort
  readonly people: PeopleReadPort
  readonly signInGuard: SignInGuard
  readonly codeGuard: SignInGuard
  readonly readAudit: { recordReads(person: Person, subjects: readonly ReadSubject[], route: string, at: Instant): Promise<void> }
}
