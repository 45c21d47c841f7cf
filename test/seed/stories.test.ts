import { describe, expect, it } from '@jest/globals'
import { CASE_COMMANDS, TASK_COMMANDS } from '../../api/commands/table.ts'
import { demoPeople } from '../../scripts/seed/people-data.ts'
import { demoStories, type SessionKey } from '../../scripts/seed/story.ts'
import { type Seen, shows, WANTS } from '../../scripts/seed/wants.ts'

const stories = demoStories()
const order = ({ daysAgo, half }: SessionKey): number => -daysAgo * 2 + (half === 'pm' ? 1 : 0)

describe('the stories of the demo', () => {
  it('are forty, over the four items, each of an expert of its own', () => {
    const items = stories.map((story) => story.item)
    expect(stories).toHaveLength(40)
    expect(
      ['child-schooling', 'funding', 'medical-care', 'residence-permit'].map((item) => items.filter((one) => one === item).length),
    ).toEqual([14, 10, 7, 9])
    expect(new Set(stories.map((story) => story.expert)).size).toBe(40)
  })

  it('leave the first twenty experts without an appeal', () => {
    const free = demoPeople()
      .experts.slice(0, 20)
      .map((one) => one.email)
    expect(stories.filter((story) => free.includes(story.expert))).toEqual([])
  })

  it('want every state the demo opens on', () => {
    const wanted = new Set(stories.flatMap((story) => story.wants))
    expect(WANTS.filter((want) => !wanted.has(want))).toEqual([])
  })

  it('take steps that are addresses of the API, in the order of time, as users there are', () => {
    const nouns = new Set([...Object.values(TASK_COMMANDS), ...Object.values(CASE_COMMANDS)].map(({ noun }) => noun))
    const names = new Set(demoPeople().staff.map((one) => one.username))
    for (const story of stories) {
      const times = [story.filed, ...story.steps.map((step) => step.on)].map(order)
      expect([story.key, times]).toEqual([story.key, times.toSorted((a, b) => a - b)])
      expect(story.steps.filter((step) => !nouns.has(step.do))).toEqual([])
      expect(story.steps.filter((step) => step.who !== undefined && !names.has(step.who))).toEqual([])
    }
  })
})

const QUIET: Seen = {
  status: 'open',
  colour: 'green',
  result: null,
  rating: null,
  tasks: [],
  clocks: [],
  pending: { pause: null, question: null, extensionRequest: null, arbitration: null },
  events: [],
}
const lead = (status: string): Seen => ({ ...QUIET, tasks: [{ role: 'lead', status, opinion: null }] })
const opinion = (word: string): Seen => ({ ...QUIET, tasks: [{ role: 'co-handler', status: 'done', opinion: word }] })
const pause = (reason: string): Seen => ({ ...lead('waiting'), pending: { ...QUIET.pending, pause: { reason } } })
const late = (kind: string): Seen => ({ ...QUIET, clocks: [{ kind, expired: true, stoppedAt: null }] })
const closed = (result: string): Seen => ({ ...QUIET, status: 'aftercare', result })
const accepted = (mode: string): Seen => ({ ...QUIET, events: [{ type: 'AppealAccepted', data: { mode } }] })

describe('what an appeal shows', () => {
  it.each<[(typeof WANTS)[number], Seen]>([
    ['fresh', lead('dispatched')],
    ['claimed', lead('claimed')],
    ['waiting-question', { ...lead('waiting'), pending: { ...QUIET.pending, question: { id: 'q1' } } }],
    ['waiting-materials', pause('awaiting-materials')],
    ['waiting-art45', pause('inspection')],
    ['yellow', { ...QUIET, colour: 'yellow' }],
    ['red', { ...QUIET, colour: 'red' }],
    ['late-promised', late('promised')],
    ['late-legal', late('legal')],
    ['returned', lead('returned')],
    ['arbitration', { ...QUIET, pending: { ...QUIET.pending, arbitration: { id: 'a1' } } }],
    ['extension-pending', { ...QUIET, pending: { ...QUIET.pending, extensionRequest: { id: 'x1' } } }],
    ['settled', closed('settled')],
    ['partly-settled', closed('partly-settled')],
    ['explained', closed('explained')],
    ['withdrawn', closed('withdrawn')],
    ['lapsed', closed('lapsed')],
    ['not-accepted', closed('not-accepted')],
    ['rated', { ...closed('x'), rating: 4 }],
    ['co-consent', opinion('consent')],
    ['co-objection', opinion('objection')],
    ['co-tacit', opinion('tacit')],
    ['provisional', accepted('provisional')],
    ['deemed', accepted('deemed')],
  ])('%s is that state and no other', (want, seen) => {
    expect(WANTS.filter((each) => shows(each, seen))).toEqual([want])
    expect(shows(want, QUIET)).toBe(false)
  })
})
