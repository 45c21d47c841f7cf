import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { createKeepHeads } from '../../activities/keep-heads.ts'
import { createRemoveEnded, KEPT_DAYS } from '../../activities/remove-ended.ts'
import { beijing } from '../workflows/fixtures/five-stages.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hongyan-daily-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true })
})

describe('the heads of the hash chains', () => {
  it('are written once a day of the office, by the first round that can, also after days without any', async () => {
    let now = beijing('2026-03-02 23:59')
    let away = true
    const written: string[] = []
    const fileOf = (day: string): string => join(folder, day)
    const { keepHeads } = createKeepHeads({
      fileOf,
      write: async (day) => {
        if (away) throw new Error('the database is away')
        written.push(day)
        await writeFile(fileOf(day), '')
        return { heads: 7 }
      },
      realNow: () => now,
      count: () => undefined,
    })
    await expect(keepHeads()).rejects.toThrow('the database is away')
    away = false
    expect([await keepHeads(), await keepHeads()]).toEqual([7, 0])
    now = beijing('2026-03-03 00:00')
    expect([await keepHeads(), await keepHeads()]).toEqual([7, 0])
    now = beijing('2026-03-09 14:30')
    expect([await keepHeads(), await keepHeads()]).toEqual([7, 0])
    expect(written).toEqual(['2026-03-02', '2026-03-03', '2026-03-09'])
  })
})

describe('what belongs to signing in', () => {
  it('is deleted 90 days after a session ended, 30 after a code did, and a day after attempts are forgiven; uploads an hour after they end, news an hour after they were said', async () => {
    const asked: Record<string, number> = {}
    const removed: number[] = []
    const ending = (name: string, rows: number) => ({
      removeEndedBefore: async (at: number) => {
        asked[name] = at
        return rows
      },
    })
    const { removeEnded } = createRemoveEnded({
      kept: { sessions: ending('sessions', 4), signInCodes: ending('codes', 2), signInAttempts: ending('attempts', 1) },
      uploads: ending('uploads', 3),
      news: ending('news', 5),
      realNow: () => beijing('2026-05-31 12:00'),
      count: (_, by) => removed.push(by),
    })
    expect(await removeEnded()).toBe(15)
    expect(asked).toEqual({
      sessions: beijing('2026-03-02 12:00'),
      codes: beijing('2026-05-01 12:00'),
      attempts: beijing('2026-05-30 12:00'),
      uploads: beijing('2026-05-31 11:00'),
      news: beijing('2026-05-31 11:00'),
    })
    expect(removed).toEqual([7, 3])
  })

  it('is kept as long as the page for operators says', async () => {
    const page = await readFile(join(import.meta.dirname, '..', '..', 'docs', 'operations.md'), 'utf8')
    expect(KEPT_DAYS).toEqual({ sessions: 90, signInCodes: 30, signInAttempts: 1 })
    expect(page).toContain('| sessions | 90 days after their absolute end |')
    expect(page).toContain('| sign-in codes and the rows of their mails | 30 days after they expired |')
    expect(page).toContain('| counted attempts to sign in | 1 day after they are forgiven |')
  })
})
