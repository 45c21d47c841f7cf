import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { CASE_COMMANDS, TASK_COMMANDS } from '../../api/commands/table.ts'
import { DAY_MS } from '../../domain/clocks/local-date.ts'
import type { Instant } from '../../domain/clocks/types.ts'
import type { DemoSessions } from './demo-sessions.ts'
import { type Answer, expectStatus, type OfficeClient } from './office-client.ts'
import { clerkOf, type DemoPeople } from './people-data.ts'
import type { Step, Story } from './story.ts'

/** Where the demo plays. */
export interface DemoOffice {
  readonly client: OfficeClient
  readonly sessions: DemoSessions
  readonly people: DemoPeople
  readonly expertIds: ReadonlyMap<string, string>
  /** Case instant at which the demo opens. */
  readonly opensAt: Instant
}

/** What became of a step: done, or why not. */
export type Taken = { readonly kind: 'done' } | { readonly kind: 'refused'; readonly why: string }

const filed = z.object({ number: z.string() })
const appeal = z.object({
  window: z.string().nullable(),
  tasks: z.array(
    z.object({
      id: z.string(),
      role: z.enum(['lead', 'co-handler']),
      window: z.string(),
      endedAt: z.string().nullable(),
      version: z.int(),
    }),
  ),
  pending: z.object({ orders: z.array(z.object({ id: z.string(), window: z.string(), answeredAt: z.string().nullable() })) }),
})
type Appeal = z.output<typeof appeal>
const refusal = z.object({ code: z.string() })

const TASK_NOUNS: ReadonlySet<string> = new Set(Object.values(TASK_COMMANDS).map(({ noun }) => noun))
const CASE_NOUNS: ReadonlySet<string> = new Set(Object.values(CASE_COMMANDS).map(({ noun }) => noun))
const EXPERT_NOUNS: ReadonlySet<string> = new Set(['supplement', 'answer', 'urge', 'withdrawal', 'rating'])
/** Case time runs fast, so what is seen may be older than what the case has come to: looked at again so often. */
const TRIES = 15
const PAUSE_MS = 150

/** Files the appeal of a story; its number, or why it was refused. */
export async function fileStory(
  office: DemoOffice,
  story: Story,
): Promise<{ readonly kind: 'filed'; readonly number: string } | Extract<Taken, { kind: 'refused' }>> {
  const expert = office.people.experts.find((one) => one.email === story.expert)
  const expertId = office.expertIds.get(story.expert)
  if (!expert || expertId === undefined) throw new Error(`experts.yaml has no ${story.expert}`)
  const clerk =
    story.by === 'liaison'
      ? expert.liaison
      : story.by === 'clerk'
        ? clerkOf(office.people, `${expert.station}.general.reception`)
        : undefined
  const token = clerk === undefined ? await office.sessions.ofExpert(story.expert) : await office.sessions.ofStaff(clerk)
  const body = { item: story.item, form: story.form, materials: story.materials, ...(clerk === undefined ? {} : { expertId }) }
  const answer = await office.client.post(token, '/api/appeals', body, `demo-${story.key}`)
  return answer.status === 201 ? { kind: 'filed', number: filed.parse(answer.body).number } : refusedAs(answer)
}

/** The idempotency key of a step, also its name among those that are over. */
export function keyOf(story: Story, step: Step): string {
  return `demo-${story.key}-${story.steps.indexOf(step)}`
}

/** Takes one step of a story as whoever takes it; a press that came too soon or on an older version is tried again. */
export async function takeStep(office: DemoOffice, story: Story, number: string, step: Step): Promise<Taken> {
  const key = keyOf(story, step)
  for (let tries = 1; ; tries += 1) {
    const now = appeal.parse(
      expectStatus(await office.client.get(await office.sessions.ofExpert(story.expert), `/api/appeals/${number}`), 200, number),
    )
    const answer = TASK_NOUNS.has(step.do)
      ? await pressOnTask(office, now, step, key)
      : await pressOnCase(office, story, number, now, step, key)
    if (answer.status === 200) return { kind: 'done' }
    if (answer.status !== 409 || tries === TRIES) return refusedAs(answer)
    await sleep(PAUSE_MS)
  }
}

async function pressOnTask(office: DemoOffice, now: Appeal, step: Step, key: string): Promise<Answer> {
  const open = now.tasks.filter((each) => each.endedAt === null)
  const task = open.find((each) =>
    step.window === undefined ? each.role === 'lead' : each.role === 'co-handler' && each.window === step.window,
  )
  if (!task) return { status: 409, body: { code: `no open task for ${step.do}` } }
  const token = await office.sessions.ofStaff(step.who ?? clerkOf(office.people, task.window))
  const until = step.until === undefined ? {} : { until: new Date(office.opensAt + step.until * DAY_MS).toISOString() }
  return office.client.post(token, `/api/tasks/${task.id}/${step.do}`, { ...step.with, ...until, version: task.version }, key)
}

async function pressOnCase(office: DemoOffice, story: Story, number: string, now: Appeal, step: Step, key: string): Promise<Answer> {
  if (!CASE_NOUNS.has(step.do)) throw new Error(`story ${story.key}: no address ends with ${step.do}`)
  if (EXPERT_NOUNS.has(step.do)) {
    return office.client.post(await office.sessions.ofExpert(story.expert), `/api/appeals/${number}/${step.do}`, step.with, key)
  }
  const order = step.do === 'order-answer' ? now.pending.orders.find((each) => each.answeredAt === null) : undefined
  const window = order?.window ?? now.window
  const who = step.who ?? (window === null ? null : clerkOf(office.people, window))
  if (who === null) throw new Error(`story ${story.key}: nobody is accountable for ${step.do}`)
  const body = order === undefined ? step.with : { ...step.with, orderId: order.id }
  return office.client.post(await office.sessions.ofStaff(who), `/api/appeals/${number}/${step.do}`, body, key)
}

function refusedAs({ status, body }: Answer): Extract<Taken, { kind: 'refused' }> {
  const known = refusal.safeParse(body)
  return { kind: 'refused', why: known.success ? known.data.code : String(status) }
}
