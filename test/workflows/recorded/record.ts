import type { Client } from '@temporalio/client'
import type { TestWorkflowEnvironment } from '@temporalio/testing'
import { timeSkippingServer } from '../../../scripts/services/for-tests.ts'
import { eventRow } from '../../../domain/case/index.ts'
import type { Command } from '../../../domain/case/command.ts'
import type { ServiceItem } from '../../../domain/routing/item.ts'
import type { ClockFace } from '../../../domain/time/clock-face.ts'
import { appealWorkflowId, COMMAND } from '../../../workflows/messages.ts'
import { anOffice, type Office, until } from '../fixtures/office.ts'
import type { Recording } from './recording.ts'
import { FILED_AT, type Story, storiesOf } from './stories.ts'

/** Commands given to different appeals at the same time. */
const AT_ONCE = 8
/** The server loses an update that meets the task of a timer, so commands wait until what was due at that instant is done. */
const SETTLE_MS = 2000
/** Longest real time for one command or one sleep of the server. */
const STUCK_MS = 60_000

/**
 * Gives every story of the items to a running workflow on a server that skips time, all on one time axis,
 * and reads the histories. Throws where a workflow stores another log than the pure core decided.
 */
export async function recordItems(items: readonly ServiceItem[]): Promise<ReadonlyMap<string, readonly Recording[]>> {
  const server = await timeSkippingServer()
  const office = await anOffice({ address: server.address, namespace: 'default', taskQueue: 'recorded' })
  try {
    const stories = items.map((item) => ({ item: item.code, stories: storiesOf(item) }))
    const all = stories.flatMap((each) => each.stories)
    await run(server, office, all)
    const recorded = new Map<string, readonly Recording[]>()
    for (const each of stories) recorded.set(each.item, await Promise.all(each.stories.map((story) => recordingOf(office, story))))
    return recorded
  } finally {
    await office.end()
    await server.teardown()
  }
}

async function run(server: TestWorkflowEnvironment, office: Office, stories: readonly Story[]): Promise<void> {
  const face: ClockFace = { segments: [{ realAt: Math.ceil(await server.currentTimeMs()), caseAt: FILED_AT, speed: 1 }] }
  const realAt = (at: number): number => at - FILED_AT + (face.segments[0]?.realAt ?? 0)
  const goTo = async (at: number): Promise<void> => {
    const wait = realAt(at) - (await server.currentTimeMs())
    if (wait > 0) await server.sleep(wait + 1)
  }
  const acts = stories.flatMap(({ office: told }) => told.steps.map(({ command }) => ({ told, command })))
  // From one due instant to the next: the server does not come back from a sleep over months in which nothing happens.
  for (const at of [...new Set(acts.map(({ command }) => command.at))].sort((a, b) => a - b)) {
    await within(goTo(at), new Date(at).toISOString())
    const now = acts.filter(({ command }) => command.at === at && command.kind !== 'Tick')
    if (now.length > 0) await server.sleep(SETTLE_MS)
    await inParallel(now, ({ told, command }) =>
      within(give(office.client, told.start, command, face), `${command.kind} of ${told.start.caseId}`),
    )
  }
  for (const { name, office: told } of stories) {
    const isWritten = (): boolean => office.log.eventsOf(told.start.caseId).length >= told.events.length
    await until(isWritten, `the log of ${told.start.item.code}, ${name}`)
  }
}

async function give(client: Client, start: Story['office']['start'], command: Command, face: ClockFace): Promise<void> {
  const workflowId = appealWorkflowId(start.caseId)
  if (command.kind === 'FileAppeal') {
    await client.workflow.start('appeal', { workflowId, taskQueue: 'recorded', args: [{ start, file: command, face }] })
  } else {
    await client.workflow.getHandle(workflowId).executeUpdate(COMMAND, { args: [command], updateId: command.id })
  }
}

async function recordingOf(office: Office, { name, office: told }: Story): Promise<Recording> {
  const { start, steps } = told
  const written = office.log.eventsOf(start.caseId).map((row) => row.body)
  const decided = told.events.map((event) => eventRow(event).body)
  const differing = decided.findIndex((body, index) => written[index] !== body)
  if (differing >= 0 || written.length !== decided.length)
    throw new Error(
      `${start.item.code}, ${name}: ${decided.length} events were decided and ${written.length} written; the first that differs is ${differing + 1}: ${decided[differing]} became ${written[differing]}`,
    )
  const handle = office.client.workflow.getHandle(appealWorkflowId(start.caseId))
  return { name, start, steps: steps.map(({ command, events }) => ({ command, events })), history: await handle.fetchHistory() }
}

/** The work, or an error that says what it was where it takes too long. */
async function within(work: Promise<void>, what: string): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`the server does not get to ${what}`)), STUCK_MS)
  })
  await Promise.race([work, late]).finally(() => clearTimeout(timer))
}

async function inParallel<T>(works: readonly T[], work: (each: T) => Promise<void>): Promise<void> {
  const waiting = [...works]
  const one = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, one))
}
