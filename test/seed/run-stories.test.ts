import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { doneSteps } from '../../scripts/seed/done-steps.ts'
import { createProgress } from '../../scripts/seed/progress.ts'
import { demoPeople } from '../../scripts/seed/people-data.ts'
import { holdSession, sessionInstants, type StoryRun } from '../../scripts/seed/run-stories.ts'
import type { Answer, OfficeClient } from '../../scripts/seed/office-client.ts'
import type { Story } from '../../scripts/seed/story.ts'

const morning = (daysAgo: number) => ({ daysAgo, half: 'am' }) as const
const STORY: Story = {
  key: 'visit-1',
  item: 'child-schooling',
  expert: 'expert21@experts.example',
  by: 'expert',
  wants: ['claimed'],
  form: {},
  materials: [],
  filed: morning(2),
  steps: [
    { on: morning(2), do: 'claim', with: {} },
    { on: morning(1), do: 'completion', with: { outcome: 'accept' } },
    { on: morning(1), do: 'consent', window: 'dist-lake.public-security.household', with: {} },
  ],
}
const APPEAL = {
  window: 'dist-lake.general.reception',
  tasks: [
    { id: 't1', role: 'lead', window: 'dist-lake.general.reception', endedAt: null, version: 4 },
    { id: 't2', role: 'co-handler', window: 'dist-lake.public-security.household', endedAt: null, version: 2 },
  ],
  pending: { orders: [] },
}

/** An API that answers from a table of addresses and keeps what was asked of it. */
function office(answers: Record<string, Answer[]>): { client: OfficeClient; asked: string[] } {
  const asked: string[] = []
  const client: OfficeClient = {
    get: () => Promise.resolve({ status: 200, body: APPEAL }),
    post: (token, path, body, key) => {
      asked.push(`${token} ${path} ${key} ${JSON.stringify(body)}`)
      return Promise.resolve(answers[path]?.shift() ?? { status: path === '/api/appeals' ? 201 : 200, body: { number: 'HY-1' } })
    },
  }
  return { client, asked }
}

async function run(answers: Record<string, Answer[]>, stories: readonly Story[] = [STORY], over: readonly string[] = []) {
  const { client, asked } = office(answers)
  const refused: string[] = []
  let done = 0
  const sessions = { ofStaff: (name: string) => Promise.resolve(name), ofExpert: (email: string) => Promise.resolve(email) }
  const story: StoryRun = {
    office: { client, sessions, people: demoPeople(), expertIds: new Map([['expert21@experts.example', 'id-21']]), opensAt: 0 },
    stories,
    over: new Set(over),
    instantOf: ({ daysAgo }) => -daysAgo,
    done: (count) => {
      done += count
    },
    refused: (what) => refused.push(what),
  }
  const numbers = new Map<string, string>()
  const held = sessionInstants(stories, story.instantOf)
  for (const session of held) await holdSession(story, session, numbers)
  return { asked, refused, held, done, numbers }
}

describe('living through the stories', () => {
  it('takes every step as the person whose it is, under a key of its own, session after session', async () => {
    const { asked, refused, held, done, numbers } = await run({})
    expect(asked).toEqual([
      'expert21@experts.example /api/appeals demo-visit-1 {"item":"child-schooling","form":{},"materials":[]}',
      'clerk.lake.reception /api/tasks/t1/claim demo-visit-1-0 {"version":4}',
      'clerk.lake.reception /api/tasks/t1/completion demo-visit-1-1 {"outcome":"accept","version":4}',
      'clerk.lake.household /api/tasks/t2/consent demo-visit-1-2 {"version":2}',
    ])
    expect([refused, held, done, numbers.get('visit-1')]).toEqual([[], [-2, -1], 4, 'HY-1'])
  })

  it('tries a press again that met an older version', async () => {
    const { asked, refused } = await run({ '/api/tasks/t1/claim': [{ status: 409, body: { code: 'stale-version' } }] })
    expect(asked.filter((line) => line.includes('claim'))).toHaveLength(2)
    expect(refused).toEqual([])
  })

  it('tells of a step that is refused and goes on with the next', async () => {
    const { refused, done } = await run({ '/api/tasks/t1/completion': [{ status: 422, body: { code: 'unknown-outcome' } }] })
    expect([refused, done]).toEqual([['visit-1 HY-1 completion: unknown-outcome'], 4])
  })

  it('takes up a seeding that was interrupted where it stood', async () => {
    const { asked, done } = await run({}, [STORY], ['demo-visit-1-0', 'demo-visit-1-1'])
    expect(asked.map((line) => line.split(' ')[1])).toEqual(['/api/appeals', '/api/tasks/t2/consent'])
    expect(done).toBe(4)
  })

  it('leaves a story out that cannot be filed, and goes on with the others', async () => {
    const { refused, numbers } = await run({ '/api/appeals': [{ status: 503, body: null }] }, [STORY, { ...STORY, key: 'visit-2' }])
    expect(refused).toEqual(['visit-1: 503'])
    expect([...numbers]).toEqual([['visit-2', 'HY-1']])
  })
})

describe('the steps that are over', () => {
  it('are known to the next seeding', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hongyan-seed-'))
    const file = join(folder, 'seeded-steps')
    doneSteps(file).add('demo-visit-1-0')
    doneSteps(file).add('demo-visit-1-1')
    const next = doneSteps(file)
    expect(['demo-visit-1-0', 'demo-visit-1-1', 'demo-visit-1-2'].map(next.has)).toEqual([true, true, false])
    await rm(folder, { recursive: true })
  })
})

describe('progress', () => {
  const written = (isTTY: boolean): string[] => {
    const lines: string[] = []
    const progress = createProgress({ isTTY, write: (text) => lines.push(text) }, 'demo', 8)
    for (let step = 0; step < 8; step += 1) progress.add(1)
    progress.end()
    return lines
  }

  it('is one line that is rewritten on a terminal', () => {
    const lines = written(true)
    expect(lines).toHaveLength(9)
    expect(lines[3]).toBe('\rdemo [############............] 4/8\u001b[K')
    expect(lines[8]).toBe('\n')
  })

  it('is a line every quarter elsewhere', () => {
    expect(written(false)).toEqual([
      'demo [######..................] 2/8\n',
      'demo [############............] 4/8\n',
      'demo [##################......] 6/8\n',
      'demo [########################] 8/8\n',
    ])
  })
})
