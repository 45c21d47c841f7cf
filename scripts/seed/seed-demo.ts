import { performance } from 'node:perf_hooks'
import type { Catalog } from '../../catalog/loader/catalog.ts'
import type { ClockFace } from '../../domain/time/clock-face.ts'
import type { Database } from '../../prisma/database.ts'
import { createClockFaceStore } from '../../prisma/stores/clock-face-store.ts'
import { createSessionStore } from '../../prisma/stores/session-store.ts'
import { createStaffListReader } from '../../prisma/readers/staff-list-reader.ts'
import { createPeople } from './create-people.ts'
import { type DemoAddresses, demoOf, writeDemoFile } from './demo-file.ts'
import { createDemoSessions, type DemoSessions } from './demo-sessions.ts'
import type { DoneSteps } from './done-steps.ts'
import { unknownCodes } from './fits-catalog.ts'
import { inParallel } from './in-parallel.ts'
import { livePast, MACHINE_TIME } from './live-past.ts'
import { missingStates } from './missing-states.ts'
import { endedWorkingDays, sessionInstant, WORKING_DAYS } from './office-days.ts'
import { officeClient } from './office-client.ts'
import { type DemoPeople, demoPeople } from './people-data.ts'
import { createProgress, type ProgressOutput } from './progress.ts'
import { actionCount, holdSession, sessionInstants, type StoryRun } from './run-stories.ts'
import { demoStories, type Story } from './story.ts'

/** What the seeding is given. */
export interface SeedDeps {
  readonly database: Database
  readonly catalog: Catalog
  readonly addresses: DemoAddresses
  readonly demoFile: string
  /** Steps that an earlier, interrupted seeding took. */
  readonly over: DoneSteps
  /** Tells all running cases of a changed face. */
  readonly tell: (face: ClockFace) => Promise<void>
  /** Speed of case time once the past has been lived through. */
  readonly speed: number
  readonly output: ProgressOutput
}

const CALENDAR = 'cn'
const LABEL = '演示数据 / demo data'
/** Creating the people takes about so many times as long as a session. */
const SESSIONS_TO_PEOPLE = 5
const PATIENCE_MS = 8000

/** Brings people and appeals of the demo in; ends well also where single steps are refused, and says which. */
export async function seedDemo({ database, catalog, addresses, demoFile, over, tell, speed, output }: SeedDeps): Promise<void> {
  const say = (line: string): unknown => output.write(`${line}\n`)
  const [people, stories] = [demoPeople(), demoStories()]
  const unknown = unknownCodes(catalog, people, stories)
  const calendar = catalog.calendars.get(CALENDAR)
  if (unknown.length > 0 || calendar === undefined) {
    say(`目录不含演示机构，不装入演示数据 / the catalogue lacks what the demo names, no demo data: ${unknown.join(', ')}`)
    return
  }
  if (await belongsToOthers(database)) {
    say('数据库中已有其他用户，不装入演示数据 / the database has users of its own, no demo data')
    return
  }
  const client = officeClient(addresses.baseUrl)
  const opensAt = Date.now()
  const days = endedWorkingDays(calendar, opensAt, WORKING_DAYS)
  const begun = performance.now()
  say(`${LABEL}: ${people.staff.length} 名工作人员，${people.experts.length} 位专家 / staff, experts`)
  const known = await createPeople({ client, database, people, lastDay: days[0] ?? '' })
  writeDemoFile(demoFile, demoOf(addresses, people, known, catalog))

  const peopleMs = performance.now() - begun
  const sessions = createDemoSessions(client, createSessionStore(database), known)
  // Who cannot sign in is told by the step that needs them.
  const signingIn = signAllIn(sessions, people, stories).catch(() => undefined)
  const progress = createProgress(output, LABEL, actionCount(stories))
  const refusals: string[] = []
  const numbers = new Map<string, string>()
  const run: StoryRun = {
    office: { client, sessions, people, expertIds: known.experts, opensAt },
    stories,
    over,
    instantOf: (key) => sessionInstant(calendar, days, key, opensAt),
    done: (count) => progress.add(count),
    refused: (what) => refusals.push(what),
  }
  const hold = (at: number): Promise<void> => holdSession(run, at, numbers)
  const past = sessionInstants(stories, run.instantOf).filter((at) => at < opensAt)
  await livePast({
    real: MACHINE_TIME,
    faces: createClockFaceStore(database),
    tell,
    hold,
    sessions: past,
    sessionMs: Math.round(peopleMs / SESSIONS_TO_PEOPLE),
    endSpeed: speed,
  })
  await signingIn
  await hold(opensAt)
  progress.end()
  const missing = await missingStates(client, await sessions.ofStaff('province.supervisor'), stories, numbers, PATIENCE_MS)
  for (const what of refusals) say(`未执行 / refused: ${what}`)
  for (const { story, want } of missing) say(`未达到 / not reached: ${story} ${want}`)
}

/** A database with staff and without the demo's administrator is somebody's own. */
async function belongsToOthers(database: Database): Promise<boolean> {
  const reader = createStaffListReader(database)
  const [some, admin] = await Promise.all([
    reader.list({ after: null, q: null, limit: 1 }),
    database.staff.findFirst({ where: { username: 'admin', email: 'admin@office.example' } }),
  ])
  return some.length > 0 && admin === null
}

/** Everybody who may act, so that no session waits for a password to be checked. */
async function signAllIn(sessions: DemoSessions, people: DemoPeople, stories: readonly Story[]): Promise<void> {
  const named = stories.flatMap((story) => story.steps.flatMap((step) => step.who ?? []))
  const acting = people.staff
    .filter((one) => one.role === 'clerk' || one.role === 'liaison' || one.role === 'province-supervisor')
    .map((one) => one.username)
  await inParallel([...new Set([...acting, ...named])], 4, (username) => sessions.ofStaff(username))
  await inParallel(stories, 4, (story) => sessions.ofExpert(story.expert))
}
