import { openCoTasks, stageOf } from '../../../domain/case/lookups.ts'
import type { CommandData, CommandKind } from '../../../domain/case/command.ts'
import type { Task } from '../../../domain/case/state.ts'
import type { Actor } from '../../../domain/people/actor.ts'
import { clerkOf, EXPERT, supervisorOf, text } from '../../case/builders.ts'
import type { Office } from '../../case/office.ts'
import { pathFrom, type Way } from './ways.ts'

export const MINUTE_MS = 60_000
const STEP_MS = 5 * MINUTE_MS

/** The next full five minutes after whatever happened last. */
export function soon(office: Office): number {
  return (Math.floor(office.state.at / STEP_MS) + 1) * STEP_MS
}

/** A command of the next moment; throws where it is refused. */
export function give<K extends CommandKind>(office: Office, actor: Actor, kind: K, data: CommandData[K]): void {
  office.give(soon(office), actor, kind, data)
}

export function supervisor(office: Office): Actor {
  return supervisorOf(office.start.directory.stations[0]?.code ?? '')
}

export function claim(office: Office): void {
  give(office, office.clerk, 'ClaimTask', office.onLead)
}

/** The lead task's clerk completes it by that way; co-handlers consent before, a question is answered after. */
export function take(office: Office, way: Way): void {
  for (const task of openCoTasks(office.state)) consent(office, task)
  const outcome = stageOf(office.state, way.stage).outcomes.find((each) => each.code === way.outcome)
  give(office, office.clerk, 'CompleteTask', {
    ...office.onLead,
    outcome: way.outcome,
    reply: text('reply'),
    note: null,
    officeInCharge: outcome?.needsOfficeInCharge === true ? text('office in charge') : null,
  })
  if (way.to === 'a question to the expert') answer(office)
}

export function consent(office: Office, task: Task): void {
  give(office, clerkOf(task.window), 'GiveConsent', { taskId: task.id, version: null, note: null })
}

export function answer(office: Office): void {
  const questionId = Object.keys(office.state.questions).at(-1) ?? ''
  give(office, EXPERT, 'AnswerQuestion', { questionId, answer: text('answer') })
}

/** Takes the first way that leads to another stage. */
export function goOn(office: Office): void {
  const { item } = office.start
  const stages = new Set(item.stages.map((stage) => stage.code))
  const path = pathFrom(item, office.state, office.lead.stage, (way) => stages.has(way.to))
  if (path === null) throw new Error(`nothing follows ${office.lead.stage} of ${item.code}`)
  for (const way of path) take(office, way)
}

/** Takes the shortest way to a close that is none as not accepted. */
export function finish(office: Office): void {
  const path = pathFrom(
    office.start.item,
    office.state,
    office.lead.stage,
    (way, outcome) => way.to.startsWith('a close') && !outcome.needsOfficeInCharge,
  )
  if (path === null) throw new Error(`${office.lead.stage} of ${office.start.item.code} leads to no close`)
  for (const way of path) take(office, way)
}
