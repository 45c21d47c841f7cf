import { describe, expect, it } from '@jest/globals'
import { loadCatalog } from '../../catalog/loader/load-catalog.ts'
import type { Calendar } from '../../domain/clocks/types.ts'
import { caseTimeAt, type ClockFace, faultOfFace, type FaceSegment, withSpeed } from '../../domain/time/clock-face.ts'
import type { ClockFaceStore } from '../../prisma/stores/clock-face-store.ts'
import { beginDemo } from '../../scripts/seed/begin-demo.ts'
import { planFace } from '../../scripts/seed/face-plan.ts'
import { isPastAhead, livePast } from '../../scripts/seed/live-past.ts'
import { demoBegin, endedWorkingDays, sessionInstant } from '../../scripts/seed/office-days.ts'

const at = (text: string): number => Date.parse(`${text}:00+08:00`)

function chinese(): Calendar {
  const calendar = loadCatalog('catalog').calendars.get('cn')
  if (!calendar) throw new Error('no calendar cn')
  return calendar
}
const cn = chinese()

describe('the working days a demo looks back on', () => {
  it('end with today once the office has closed, else with the last one before', () => {
    expect(endedWorkingDays(cn, at('2026-11-24T17:30'), 3)).toEqual(['2026-11-24', '2026-11-23', '2026-11-20'])
    expect(endedWorkingDays(cn, at('2026-11-24T17:29'), 3)).toEqual(['2026-11-23', '2026-11-20', '2026-11-19'])
    expect(endedWorkingDays(cn, at('2026-11-22T03:00'), 2)).toEqual(['2026-11-20', '2026-11-19'])
  })

  it('leave holidays out and count make-up days', () => {
    expect(endedWorkingDays(cn, at('2026-10-09T08:00'), 4)).toEqual(['2026-10-08', '2026-09-30', '2026-09-29', '2026-09-28'])
    expect(endedWorkingDays(cn, at('2026-10-11T12:00'), 2)).toEqual(['2026-10-10', '2026-10-09'])
  })

  it('begin at eight of the fifteenth, three weeks ago', () => {
    expect(demoBegin(cn, at('2026-11-24T20:00'))).toBe(at('2026-11-04T08:00'))
    expect(demoBegin(cn, at('2026-11-24T09:00'))).toBe(at('2026-11-03T08:00'))
  })

  it('have a session in the morning and one in the afternoon, and today is now', () => {
    const days = ['2026-11-24', '2026-11-23']
    const now = at('2026-11-24T20:00')
    expect(sessionInstant(cn, days, { daysAgo: 2, half: 'am' }, now)).toBe(at('2026-11-23T10:00'))
    expect(sessionInstant(cn, days, { daysAgo: 1, half: 'pm' }, now)).toBe(at('2026-11-24T15:00'))
    expect(sessionInstant(cn, days, { daysAgo: 0, half: 'am' }, now)).toBe(now)
    expect(() => sessionInstant(cn, days, { daysAgo: 3, half: 'am' }, now)).toThrow('looks back 2 working days')
  })
})

const REAL = at('2026-11-24T20:00')
const SESSIONS = [at('2026-11-23T10:00'), at('2026-11-23T15:00'), at('2026-11-24T10:00')]
const PLAN = { realAt: REAL, caseAt: at('2026-11-04T08:00'), sessions: SESSIONS, sessionMs: 600, afterwards: { speed: 1 } }

describe('the plan of case time', () => {
  it('comes to each session, gives it an hour, and ends exactly on real time', () => {
    const face = { segments: planFace(PLAN) }
    expect(faultOfFace(face)).toBeNull()
    expect([0, 150, 750, 900, 1500, 1650, 2250].map((ms) => caseTimeAt(face, REAL + ms))).toEqual([
      at('2026-11-04T08:00'),
      at('2026-11-23T10:00'),
      at('2026-11-23T11:00'),
      at('2026-11-23T15:00'),
      at('2026-11-23T16:00'),
      at('2026-11-24T10:00'),
      at('2026-11-24T11:00'),
    ])
    expect(face.segments.at(-1)).toEqual({ realAt: REAL + 2400, caseAt: REAL + 2400, speed: 1 })
  })

  it('goes on at the speed that was asked for', () => {
    const face = { segments: planFace({ ...PLAN, afterwards: { speed: 2000 } }) }
    expect(caseTimeAt(face, REAL + 2400 + 1000)).toBe(REAL + 2400 + 2_000_000)
  })

  it('waits after its last session where more are to come', () => {
    const segments = planFace({ ...PLAN, afterwards: 'wait' })
    expect(segments.at(-1)).toEqual({ realAt: REAL + 2250, caseAt: at('2026-11-24T11:00'), speed: 1 })
  })

  it('never goes back, whatever the sessions', () => {
    for (let sessionMs = 1; sessionMs < 2000; sessionMs += 37) {
      for (const count of [0, 1, 2, 3]) {
        const segments = planFace({ ...PLAN, sessionMs, sessions: SESSIONS.slice(0, count) })
        expect([sessionMs, count, faultOfFace({ segments })]).toEqual([sessionMs, count, null])
        expect(segments.every(({ realAt, caseAt }) => Number.isInteger(realAt) && Number.isInteger(caseAt))).toBe(true)
      }
    }
  })
})

/** A face kept in memory, with the refusals of the store. */
function facesOf(segments: readonly FaceSegment[]): ClockFaceStore & { readonly face: () => ClockFace } {
  let face: ClockFace = { segments }
  const keep = (next: ClockFace): Promise<ClockFace> => {
    const fault = faultOfFace(next)
    if (fault !== null) throw new Error(fault)
    face = next
    return Promise.resolve(face)
  }
  return {
    face: () => face,
    read: () => Promise.resolve(face),
    append: (segment) => keep({ segments: [...face.segments, segment] }),
    setSpeed: (realNow, speed) => keep(withSpeed(face, realNow, speed)),
  }
}

const empty = (is: boolean) => (): Promise<boolean> => Promise.resolve(is)

describe('case time of a demo', () => {
  it('begins three weeks ago in an empty database', async () => {
    const faces = facesOf([])
    expect(await beginDemo({ faces, isEmpty: empty(true), calendar: cn, realNow: REAL })).toBe(true)
    expect(faces.face().segments).toEqual([{ realAt: REAL, caseAt: at('2026-11-04T08:00'), speed: 1 }])
  })

  it('is left alone where people have accounts already', async () => {
    const faces = facesOf([])
    expect(await beginDemo({ faces, isEmpty: empty(false), calendar: cn, realNow: REAL })).toBe(false)
    expect(faces.face().segments).toEqual([])
  })

  it('stays in the hand of a seeding that was interrupted before or while it ran, but not after', async () => {
    const begun = [{ realAt: REAL - 8000, caseAt: at('2026-11-04T08:00'), speed: 1 }]
    const laidOut = [...begun, ...planFace({ ...PLAN, realAt: REAL - 1000 })]
    expect(await beginDemo({ faces: facesOf(begun), isEmpty: empty(false), calendar: cn, realNow: REAL })).toBe(true)
    expect(await beginDemo({ faces: facesOf(laidOut), isEmpty: empty(false), calendar: cn, realNow: REAL })).toBe(true)
    expect(await beginDemo({ faces: facesOf(laidOut), isEmpty: empty(false), calendar: cn, realNow: REAL + 60_000 })).toBe(false)
  })
})

describe('living through the past', () => {
  const HOUR = 3_600_000
  const daysAgo = (days: number): number => REAL - days * 24 * HOUR
  const live = async (segments: readonly FaceSegment[], sessions: readonly number[], lengthMs = 0) => {
    const faces = facesOf(segments)
    const told: ClockFace[] = []
    const held: { session: number; caseAt: number }[] = []
    let realNow = REAL
    const pass = (ms: number): Promise<void> => {
      realNow += ms
      return Promise.resolve()
    }
    const hold = (session: number): Promise<void> => {
      held.push({ session, caseAt: caseTimeAt(faces.face(), realNow) })
      return pass(lengthMs)
    }
    const tell = (face: ClockFace): Promise<void> => Promise.resolve(void told.push(face))
    const real = { now: () => realNow, sleep: pass }
    await livePast({ real, faces, tell, hold, sessions, sessionMs: 20, endSpeed: 500 })
    return { faces, told, held, passed: realNow - REAL }
  }
  const BEFORE = { realAt: REAL - 10, caseAt: daysAgo(14), speed: 1 }
  const TWELVE = Array.from({ length: 12 }, (_, index) => daysAgo(13 - index))

  it('holds every session when case time has come to it, tells of each plan, and ends on real time at the speed asked for', async () => {
    const { faces, told, held, passed } = await live([BEFORE], TWELVE)
    expect(held.map((one) => one.session)).toEqual(TWELVE)
    expect(held.map((one) => one.caseAt - one.session).filter((late) => late < 0 || late > HOUR)).toEqual([])
    expect(told).toHaveLength(2)
    const last = faces.face().segments.at(-1)
    expect([last?.caseAt, last?.speed]).toEqual([last?.realAt, 500])
    expect(last?.realAt).toBe(REAL + passed)
    expect(told[0]?.segments[1]?.realAt).toBe(REAL + 2200)
  })

  it('gives the later days the time that the first ones took', async () => {
    const quick = await live([BEFORE], TWELVE)
    const slow = await live([BEFORE], TWELVE, 2000)
    const between = ({ told }: { told: readonly ClockFace[] }): number[] => {
      const starts = told[1]?.segments.slice(-6).map((segment) => segment.realAt) ?? []
      return starts.slice(1).map((start, index) => start - (starts[index] ?? 0))
    }
    expect(between(quick)).toEqual([150, 450, 150, 450, 150])
    expect(between(slow)).toEqual([150, 2400, 150, 2400, 150])
  })

  it('holds the sessions at once where the past is over, and leaves case time as it is', async () => {
    const over = [{ realAt: REAL - 60_000, caseAt: REAL - 60_000, speed: 1 }]
    const { faces, told, held, passed } = await live(over, [daysAgo(2), daysAgo(1)])
    expect([faces.face().segments, told, held.length, passed]).toEqual([over, [], 2, 0])
    expect(isPastAhead(faces.face(), REAL)).toBe(false)
    expect(isPastAhead({ segments: [] }, REAL)).toBe(false)
  })
})
