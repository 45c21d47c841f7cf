import { z } from 'zod'
import { COLOURS } from '../../domain/case/rows.ts'
import { CASE_STATUSES, MATERIAL_STATES, TASK_ROLES, TASK_STATUSES } from '../../domain/case/state.ts'
import { PAUSE_REASONS } from '../../domain/clocks/pause-reasons.ts'
import { CLOCK_KINDS } from '../../domain/clocks/types.ts'
import { CLOSE_RESULTS, TIERS } from '../../domain/routing/item.ts'
import { amountSchema, duesSchema, remainingSchema } from './due.ts'
import { materialFileSchema } from './file.ts'
import { instantOut, textSchema } from './input.ts'

const at = instantOut.nullable()

export const actionSchema = z
  .object({
    kind: z.string(),
    name: textSchema,
    method: z.literal('POST'),
    href: z.string(),
    fields: z.array(z.object({ name: z.string(), required: z.boolean() })).readonly(),
  })
  .meta({ id: 'Action' })

export const clockSchema = z
  .object({
    id: z.string(),
    kind: z.enum(CLOCK_KINDS),
    name: textSchema,
    taskId: z.string().nullable(),
    window: z.string().nullable(),
    startedAt: instantOut,
    dueAt: at.meta({ description: 'null while paused' }),
    provisional: z.boolean(),
    paused: z.boolean(),
    remaining: remainingSchema.meta({ description: 'null once stopped' }),
    overdueBy: amountSchema
      .nullable()
      .meta({ description: 'units begun since the due instant; of a clock that has stopped, those it was late by' }),
    colour: z
      .enum(COLOURS)
      .meta({ description: 'a card that stands, or a time that is over; once stopped, red where it was late or ran out' }),
    text: textSchema.meta({ description: 'where it stands, as one sentence' }),
    expired: z.boolean(),
    stoppedAt: at,
    stoppedBecause: z.string().nullable(),
  })
  .meta({ id: 'Clock' })

export const personRefSchema = z.object({ id: z.string(), name: z.string().nullable() })

/** A task inside an appeal. */
export const taskBriefSchema = z
  .object({
    id: z.string(),
    role: z.enum(TASK_ROLES),
    stage: z.string(),
    stageName: textSchema,
    visit: z.int(),
    window: z.string(),
    windowName: textSchema,
    status: z.enum(TASK_STATUSES),
    version: z.int(),
    dueAt: at,
    colour: z.enum(COLOURS),
    dispatchedAt: instantOut,
    signedAt: at,
    endedAt: at,
    assignee: personRefSchema.nullable(),
    delegate: personRefSchema.nullable(),
    outcome: z.string().nullable(),
    opinion: z.enum(['consent', 'tacit', 'objection']).nullable(),
    actions: z.array(actionSchema),
  })
  .meta({ id: 'TaskBrief' })

const materialSchema = z.object({
  code: z.string(),
  name: textSchema,
  required: z.boolean(),
  deferrable: z.boolean(),
  state: z.enum(MATERIAL_STATES),
  files: z.array(materialFileSchema),
})

/** An appeal as filing, commands and lists answer it: nothing personal. */
export const appealSchema = z
  .object({
    number: z.string(),
    id: z.string(),
    item: z.object({ code: z.string(), version: z.int(), name: textSchema }),
    station: z.string(),
    status: z.enum(CASE_STATUSES),
    statusText: textSchema,
    stage: z.string().nullable(),
    stageName: textSchema.nullable(),
    version: z.int(),
    window: z.string().nullable().meta({ description: 'the accountable window' }),
    windowName: textSchema.nullable(),
    colour: z.enum(COLOURS),
    paused: z.boolean(),
    receivedAt: instantOut,
    acceptedAt: at,
    closedAt: at,
    result: z.enum(CLOSE_RESULTS).nullable(),
    officeInCharge: z.string().nullable(),
    rating: z.int().nullable(),
    dues: duesSchema,
    tasks: z.array(taskBriefSchema),
    clocks: z.array(clockSchema),
    actions: z.array(actionSchema),
  })
  .meta({ id: 'Appeal' })

export const formAnswerSchema = z.object({
  code: z.string(),
  label: textSchema,
  confidential: z.boolean(),
  value: z.unknown().meta({ description: 'left out where the reader may not see it' }).optional(),
  text: textSchema.nullable().meta({ description: 'a choice, yes or no in words; null for others, and where it is withheld' }),
  withheld: z.boolean(),
})

/** What waits for somebody, with the free texts the reader may see. */
export const pendingSchema = z.object({
  pause: z
    .object({ taskId: z.string(), reason: z.enum(PAUSE_REASONS), reasonText: textSchema, from: instantOut, until: instantOut })
    .nullable(),
  question: z.object({ id: z.string(), askedAt: instantOut }).nullable(),
  wantedMaterials: z.array(z.string()),
  orders: z.array(
    z.object({ id: z.string(), kind: z.enum(['urge', 'supervise']), window: z.string(), issuedAt: instantOut, answeredAt: at }),
  ),
  extensionRequest: z
    .object({ id: z.string(), amount: z.number(), reason: z.string(), decidedBy: z.string(), askedAt: instantOut })
    .nullable(),
  arbitration: z.object({ id: z.string(), askedAt: instantOut }).nullable(),
})

/** What was filed and what was written, as far as the reader may see it. */
const filedShape = {
  expert: z.object({ id: z.string(), tier: z.enum(TIERS), name: z.string().nullable(), language: z.string() }),
  form: z.array(formAnswerSchema),
  materials: z.array(materialSchema),
  pending: pendingSchema,
  messages: z.array(
    z.object({
      at: instantOut,
      type: z.string(),
      kind: z.string(),
      from: z.enum(['expert', 'staff', 'timer', 'system']),
      by: personRefSchema.nullable(),
      taskId: z.string().nullable(),
      text: z.string(),
    }),
  ),
}

/** One appeal in full, as far as the reader may see it. */
export const appealDetailSchema = appealSchema.extend(filedShape).meta({ id: 'AppealDetail' })

const leadsToSchema = z.object({
  kind: z.enum(['stage', 'close', 'ask-expert']),
  stage: z.string().nullable(),
  result: z.enum(CLOSE_RESULTS).nullable(),
  zh: z.string(),
  en: z.string(),
})

/** A task as a command answers it. */
export const taskSchema = taskBriefSchema
  .extend({
    appeal: z.object({
      number: z.string(),
      id: z.string(),
      item: z.string(),
      itemName: textSchema,
      status: z.enum(CASE_STATUSES),
      stage: z.string().nullable(),
      version: z.int(),
      changedAt: instantOut,
      openTasks: z
        .array(taskBriefSchema.pick({ id: true, role: true, stage: true, window: true, status: true, version: true }))
        .meta({ description: 'tasks of the appeal that are open now; after a completion, where it went on' }),
    }),
    purpose: textSchema,
    dues: duesSchema.meta({ description: 'those of the appeal; `stage` is the task’s own limit' }),
    clocks: z.array(clockSchema),
    outcomes: z.array(
      z.object({ code: z.string(), name: textSchema, accepts: z.boolean(), needsOfficeInCharge: z.boolean(), leadsTo: leadsToSchema }),
    ),
  })
  .meta({ id: 'Task' })

/** A task in full: with what the expert filed and what colleagues noted. */
export const taskDetailSchema = taskSchema
  .extend({
    ...filedShape,
    appealActions: z.array(actionSchema).meta({ description: 'what the person may do now with the appeal as a whole' }),
  })
  .meta({ id: 'TaskDetail' })
