import { describe, expect, it } from '@jest/globals'
import { createCaseClock } from '../../activities/case-clock.ts'
import { readWorkerSettings } from '../../activities/settings.ts'
import { tellFace } from '../../activities/tell-face.ts'
import { REAL_TIME, type ClockFace } from '../../domain/time/clock-face.ts'

const FAST: ClockFace = { segments: [{ realAt: 1000, caseAt: 1000, speed: 100 }] }

describe('case time in the worker', () => {
  it('is read from the face, and the face is read again after five seconds', async () => {
    let real = 2000
    let reads = 0
    const clock = createCaseClock(
      async () => {
        reads += 1
        return FAST
      },
      () => real,
    )
    expect(await clock.now()).toBe(101_000)
    real = 6999
    expect(await clock.now()).toBe(600_900)
    expect(reads).toBe(1)
    real = 7000
    expect(await clock.now()).toBe(601_000)
    expect(reads).toBe(2)
  })

  it('is told to every running appeal, page by page', async () => {
    const ids = Array.from({ length: 450 }, (_, n) => String(n).padStart(4, '0'))
    const told: string[] = []
    const deps = {
      engine: {
        tellFace: async (caseId: string, face: ClockFace) => {
          told.push(`${caseId} ${face.segments.length}`)
          return caseId !== '0003'
        },
      },
      running: async (after: string | null, limit: number) => ids.filter((id) => after === null || id > after).slice(0, limit),
      face: async () => FAST,
    }
    expect(await tellFace(deps)).toBe(449)
    expect([...told].sort()).toEqual(ids.map((id) => `${id} 1`))
  })

  it('is told to nobody where it is real time', async () => {
    const nobody = async (): Promise<never> => {
      throw new Error('asked')
    }
    expect(await tellFace({ engine: { tellFace: nobody }, running: nobody, face: async () => REAL_TIME })).toBe(0)
  })
})

describe('settings of the worker', () => {
  it('have local defaults, and none in production', () => {
    expect(readWorkerSettings({})).toMatchObject({
      temporalAddress: '127.0.0.1:7233',
      temporalNamespace: 'default',
      maxCachedWorkflows: 2000,
      metricsAddress: null,
    })
    expect(() => readWorkerSettings({ NODE_ENV: 'production' })).toThrow('setting DATABASE_URL is missing')
    expect(() => readWorkerSettings({ NODE_ENV: 'production', DATABASE_URL: 'postgresql://db/hongyan' })).toThrow(
      'setting TEMPORAL_ADDRESS is missing',
    )
  })

  it('refuse a number that is none', () => {
    expect(() => readWorkerSettings({ WORKER_CACHED_CASES: 'many' })).toThrow('setting WORKER_CACHED_CASES must be a whole number')
    expect(readWorkerSettings({ WORKER_CACHED_CASES: '50' }).maxCachedWorkflows).toBe(50)
  })
})
