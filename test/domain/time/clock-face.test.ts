import { describe, expect, it } from '@jest/globals'
import { caseTimeAt, faultOfFace, realDelayUntil, REAL_TIME, withSpeed, type ClockFace } from '../../../domain/time/clock-face.ts'

const MINUTE = 60_000
/** From real minute 10 on, a real minute is an hour of the office; from real minute 20 on, half an hour. */
const FACE: ClockFace = {
  segments: [
    { realAt: 10 * MINUTE, caseAt: 10 * MINUTE, speed: 60 },
    { realAt: 20 * MINUTE, caseAt: 610 * MINUTE, speed: 30 },
  ],
}

describe('the clock face', () => {
  it('is real time where nobody has set a speed', () => {
    expect(caseTimeAt(REAL_TIME, 1_764_000_000_123)).toBe(1_764_000_000_123)
    expect(realDelayUntil(REAL_TIME, 1000, 1500)).toBe(500)
    expect(realDelayUntil(REAL_TIME, 1000, 1000)).toBe(0)
    expect(realDelayUntil(REAL_TIME, 1000, 10)).toBe(0)
  })

  it('runs at the speed of the segment that holds', () => {
    expect(caseTimeAt(FACE, 9 * MINUTE)).toBe(9 * MINUTE)
    expect(caseTimeAt(FACE, 11 * MINUTE)).toBe(70 * MINUTE)
    expect(caseTimeAt(FACE, 20 * MINUTE)).toBe(610 * MINUTE)
    expect(caseTimeAt(FACE, 22 * MINUTE)).toBe(670 * MINUTE)
  })

  it('waits across a change of speed', () => {
    expect(realDelayUntil(FACE, 0, 5 * MINUTE)).toBe(5 * MINUTE)
    expect(realDelayUntil(FACE, 0, 70 * MINUTE)).toBe(11 * MINUTE)
    expect(realDelayUntil(FACE, 12 * MINUTE, 640 * MINUTE)).toBe(9 * MINUTE)
  })

  it('ends a wait at the change when a jump of the face passes the instant', () => {
    const jump: ClockFace = { segments: [{ realAt: 10 * MINUTE, caseAt: 100 * MINUTE, speed: 1 }] }
    expect(realDelayUntil(jump, 0, 50 * MINUTE)).toBe(10 * MINUTE)
  })

  it('rounds a wait up, so that nobody wakes before the instant', () => {
    const fast: ClockFace = { segments: [{ realAt: 0, caseAt: 0, speed: 2000 }] }
    expect(realDelayUntil(fast, 0, 1)).toBe(1)
    expect(realDelayUntil(fast, 0, 2000)).toBe(1)
    expect(realDelayUntil(fast, 0, 2001)).toBe(2)
    const odd: ClockFace = { segments: [{ realAt: 7, caseAt: 3, speed: 1 / 3 }] }
    expect(realDelayUntil(odd, 7, 4)).toBe(3)
    expect(caseTimeAt(odd, 9)).toBe(3)
    expect(caseTimeAt(odd, 10)).toBe(4)
  })

  it('goes on from where it stands when the speed is changed', () => {
    const faster = withSpeed(REAL_TIME, 5000, 100)
    expect(faster.segments).toEqual([{ realAt: 5000, caseAt: 5000, speed: 100 }])
    const slower = withSpeed(faster, 5010, 1)
    expect(slower.segments[1]).toEqual({ realAt: 5010, caseAt: 6000, speed: 1 })
    expect(caseTimeAt(slower, 5011)).toBe(6001)
    expect(() => withSpeed(slower, 5010, 0)).toThrow('speed must be greater than 0')
    expect(() => withSpeed(slower, 4000, 2)).toThrow('a segment begins at 5010')
  })

  it('is refused when case time would go back, stand still, or the segments are out of order', () => {
    expect(faultOfFace(FACE)).toBeNull()
    expect(faultOfFace({ segments: [{ realAt: 0, caseAt: 0, speed: 0 }] })).toContain('not greater than 0')
    expect(
      faultOfFace({
        segments: [
          { realAt: 0, caseAt: 0, speed: 60 },
          { realAt: 10, caseAt: 599, speed: 1 },
        ],
      }),
    ).toContain('case time would go back')
    expect(
      faultOfFace({
        segments: [
          { realAt: 10, caseAt: 0, speed: 1 },
          { realAt: 10, caseAt: 10, speed: 1 },
        ],
      }),
    ).toContain('not after the one before')
  })
})
