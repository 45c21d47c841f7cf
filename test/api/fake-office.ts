import pino from 'pino'
import type { Deps } from '../../api/deps.ts'
import type { WatchFigures } from '../../api/health/watch-figures.ts'
import { createMetrics } from '../../api/metrics/metrics.ts'
import { type Attempts, createSignInGuard } from '../../api/sessions/limits.ts'
import { hashPassword } from '../../api/sessions/passwords.ts'
import { apiSettings } from '../../api/settings.ts'
import type { Grant } from '../../domain/people/actor.ts'
import type { StaffRole } from '../../domain/people/roles.ts'
import type { ExpertPerson, PeopleReader, StaffPerson } from '../../prisma/readers/people-reader.ts'
import type { SignedIn, SignedInReader } from '../../prisma/readers/signed-in-reader.ts'
import type { PersonRef, SessionStore } from '../../prisma/stores/session-store.ts'
import type { SignInCodeStore } from '../../prisma/stores/sign-in-code-store.ts'

/** Sessions in memory, with the ends that the real table keeps. */
export class MemorySessions implements SessionStore {
  readonly rows = new Map<string, { person: PersonRef; idleUntil: number; absoluteUntil: number }>()
  async create(session: Parameters<SessionStore['create']>[0]): Promise<void> {
    this.rows.set(session.tokenHash, { person: session.person, idleUntil: session.idleUntil, absoluteUntil: session.absoluteUntil })
  }
  async use(tokenHash: string, at: number, idleUntil: number): Promise<PersonRef | null> {
    const row = this.rows.get(tokenHash)
    if (row === undefined || at >= row.idleUntil || at >= row.absoluteUntil) return null
    row.idleUntil = Math.min(idleUntil, row.absoluteUntil)
    return row.person
  }
  async revoke(tokenHash: string): Promise<void> {
    this.rows.delete(tokenHash)
  }
  async revokeAllOf(): Promise<void> {
    this.rows.clear()
  }
  async removeEndedBefore(): Promise<number> {
    return 0
  }
}

/** Sign-in codes in memory; `sent` is what a mail would carry. */
export class MemoryCodes implements SignInCodeStore {
  readonly sent: string[] = []
  private live: { hash: string; expiresAt: number; tries: number } | null = null
  async removeEndedBefore(): Promise<number> {
    return 0
  }
  async issue(code: Parameters<SignInCodeStore['issue']>[0]): Promise<void> {
    this.live = { hash: code.codeHash, expiresAt: code.expiresAt, tries: 0 }
    this.sent.push(code.code)
  }
  async redeem(given: Parameters<SignInCodeStore['redeem']>[0]): Promise<boolean> {
    if (this.live === null || given.at >= this.live.expiresAt || this.live.tries >= given.maxTries) return false
    this.live.tries += 1
    if (this.live.hash !== given.codeHash) return false
    this.live = null
    return true
  }
}

/** Sessions joined with people, as the one query does. */
class MemorySignedIn implements SignedInReader {
  private readonly sessions: MemorySessions
  private readonly people: MemoryPeople

  constructor(sessions: MemorySessions, people: MemoryPeople) {
    this.sessions = sessions
    this.people = people
  }

  async find(tokenHash: string, at: number): Promise<SignedIn | null> {
    const row = this.sessions.rows.get(tokenHash)
    if (row === undefined || at >= row.idleUntil || at >= row.absoluteUntil) return null
    const { kind, id } = row.person
    const expert = kind === 'expert' ? await this.people.expertById(id) : null
    const staff = kind === 'staff' ? await this.people.staffById(id) : null
    const known = expert ?? (staff?.active ? staff : null)
    if (known === null) return null
    return {
      kind,
      id,
      username: staff?.username ?? null,
      name: known.name,
      language: known.language,
      grants: await this.people.grantsOf(id),
      idleUntil: row.idleUntil,
    }
  }
}

/** Attempts in memory, in windows as the real table keeps them. */
class MemoryAttempts implements Attempts {
  private readonly rows = new Map<string, { attempts: number; until: number }>()
  async spend(key: string, at: number, windowMs: number): Promise<{ attempts: number; until: number }> {
    const row = this.rows.get(key)
    const next = row === undefined || row.until <= at ? { attempts: 1, until: at + windowMs } : { ...row, attempts: row.attempts + 1 }
    this.rows.set(key, next)
    return next
  }
  async forget(key: string): Promise<void> {
    this.rows.delete(key)
  }
}

export const PASSWORD = 'correct horse battery'
const passwordHash = hashPassword(PASSWORD)

/** One staff member a role, named after it, and one expert, Ada. */
export class MemoryPeople implements PeopleReader {
  readonly grants = new Map<string, readonly Grant[]>()
  readonly closed = new Set<string>()
  async staffByUsername(username: string) {
    const staff = await this.staffById(username)
    return staff === null ? null : { ...staff, passwordHash: await passwordHash }
  }
  async staffById(id: string): Promise<StaffPerson | null> {
    if (!this.grants.has(id)) return null
    return { id, username: id, name: id, email: `${id}@office.example`, language: 'zh', active: !this.closed.has(id) }
  }
  async grantsOf(staffId: string): Promise<readonly Grant[]> {
    return this.grants.get(staffId) ?? []
  }
  async expertById(id: string): Promise<ExpertPerson | null> {
    if (id !== 'ada') return null
    return {
      id,
      name: 'Ada',
      email: 'ada@expert.example',
      language: 'en',
      tier: 'A',
      station: 'dist-lake',
      employer: null,
      leaderContact: null,
      liaison: null,
    }
  }
  async expertNames(): Promise<ReadonlyMap<string, string>> {
    return new Map()
  }
  async expertByEmail(email: string): Promise<ExpertPerson | null> {
    return email === 'ada@expert.example' ? this.expertById('ada') : null
  }
  async staffByIds(): Promise<ReadonlyMap<string, StaffPerson>> {
    return new Map()
  }
  async staffOfWindow(): Promise<readonly StaffPerson[]> {
    return []
  }
  async findExperts(): Promise<readonly ExpertPerson[]> {
    return []
  }
}

export function grant(role: StaffRole, windows: readonly string[] = [], stations: readonly string[] = []): Grant {
  return { role, windows, stations, actingFor: null }
}

export interface FakeOffice {
  readonly deps: Deps
  readonly people: MemoryPeople
  readonly sessions: MemorySessions
  readonly codes: MemoryCodes
  /** Real time, moved by the test. */
  readonly clock: { realNow: number }
  readonly reads: { person: string; subjects: readonly { kind: string; id: string }[] }[]
}

export const NOON = Date.UTC(2026, 9, 12, 4)

/** What the watchdog looks after, at noon: one appeal without a workflow, three late wakes. */
const WATCHED: WatchFigures = {
  stuckByKind: { 'no-workflow': 1 },
  lateWakes: 3,
  oldestWakeSeconds: 125,
  woken: { today: 2, total: 17 },
  watchdogAt: NOON - 20_000,
  housekeepingAt: null,
  postmanRuns: true,
  changes: { running: 0, pending: 0 },
  invariants: [
    { code: 'I1', looked: 4, broken: 1, at: NOON },
    { code: 'I3', looked: null, broken: null, at: null },
  ],
}

/** The API's dependencies without a database or an engine, for tests of the frame around the routes. */
export function fakeOffice(over: Partial<Deps> = {}): FakeOffice {
  const people = new MemoryPeople()
  const sessions = new MemorySessions()
  const codes = new MemoryCodes()
  const clock = { realNow: NOON }
  const reads: FakeOffice['reads'] = []
  const there = async (): Promise<boolean> => true
  const empty = new Map<string, never>()
  const nothingInForce = async () => ({ calendars: empty, items: empty, itemSources: empty, itemDigests: empty })
  const attempts = new MemoryAttempts()
  const guard = (name: string) =>
    createSignInGuard({ name, limits: { perAccount: 5, perSource: 50 }, attempts, realNow: () => clock.realNow })
  const parts: Partial<Deps> = {
    settings: apiSettings({ NODE_ENV: 'test' }),
    log: pino({ level: 'silent' }),
    metrics: createMetrics(),
    health: { database: there, temporal: there, worker: there, mail: there },
    figures: async () => ({ openAppealsByColour: { green: 3, red: 1 }, outboxByStatus: { queued: 2 }, watch: WATCHED }),
    now: async () => NOON,
    today: async () => '2026-10-12',
    realNow: () => clock.realNow,
    catalog: {
      items: empty,
      digests: empty,
      calendars: empty,
      itemTexts: empty,
      calendarTexts: empty,
      ladders: empty,
      departments: empty,
      stations: empty,
      windows: empty,
      warnings: [],
    },
    inForce: Object.assign(nothingInForce, { fresh: nothingInForce, forget: () => undefined }),
    sessions,
    signedIn: new MemorySignedIn(sessions, people),
    signInCodes: codes,
    people,
    signInGuard: guard('staff'),
    codeGuard: guard('code'),
    readAudit: { recordReads: async (person, subjects) => void reads.push({ person: person.id, subjects: [...subjects] }) },
    ...over,
  }
  // Tests of the frame reach no further than these; a handler that does fails on undefined.
  const deps = parts as Deps
  return { deps, people, sessions, codes, clock, reads }
}
