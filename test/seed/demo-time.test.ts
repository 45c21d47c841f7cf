import { describe, expect, it } from '@jest/globals'
import { loadCatalog } from '../../catalog/loader/load-catalog.ts'
import type { Calendar } from '../../domain/clocks/types.ts'
import { caseTimeAt, type ClockFace, faultOfFace, type FaceSegment, withSpeed } from '../../domain/time/clock-face.ts'
import type { ClockFaceStore } from '../../prisma/stores/clock-face-store.ts'
import { beginDemo } from '../../scripts/seed/begin-demo.ts'
import { layOutPast } from '../../scripts/seed/case-past.ts'
import { planFace } from '../../scripts/seed/face-plan.ts'
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
const PLAN = { realAt: REAL, caseAt: at('2026-11-04T08:00'), sessions: SESSIONS, sessionMs: 600, endSpeed: 1 }

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
    const face = { segments: planFace({ ...PLAN, endSpeed: 2000 }) }
    expect(caseTimeAt(face, REAL + 2400 + 1000)).toBe(REAL + 2400 + 2_000_000)
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

  it('is laid out onto real time by the seeding, beginning when every process knows', async () => {
    const faces = facesOf([{ realAt: REAL - 8000, caseAt: at('2026-11-04T08:00'), speed: 1 }])
    const face = await layOutPast(faces, REAL, SESSIONS, { sessionMs: 600, endSpeed: 1 })
    expect(face).toEqual(faces.face())
    expect(face.segments[1]).toMatchObject({ realAt: REAL + 2200, caseAt: at('2026-11-04T08:00') + 10_200 })
    expect(face.segments.at(-1)).toEqual({ realAt: REAL + 4600, caseAt: REAL + 4600, speed: 1 })
  })

  it('stays in the hand of a seeding that was interrupted before or while it ran, and is never laid out twice', async () => {
    const begun = [{ realAt: REAL - 8000, caseAt: at('2026-11-04T08:00'), speed: 1 }]
    const laidOut = [...begun, ...planFace({ ...PLAN, realAt: REAL - 1000 })]
    expect(await beginDemo({ faces: facesOf(begun), isEmpty: empty(false), calendar: cn, realNow: REAL })).toBe(true)
    expect(await beginDemo({ faces: facesOf(laidOut), isEmpty: empty(false), calendar: cn, realNow: REAL })).toBe(true)
    const over = facesOf(laidOut)
    expect(await beginDemo({ faces: over, isEmpty: empty(false), calendar: cn, realNow: REAL + 60_000 })).toBe(false)
    expect(await layOutPast(over, REAL + 60_000, SESSIONS, { sessionMs: 600, endSpeed: 1 })).toEqual({ segments: laidOut })
  })
})
