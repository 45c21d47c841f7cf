import { z } from 'zod'
import { STAFF_ROLES } from '../../domain/people/roles.ts'
import {
  CLOSE_RESULTS,
  EXPIRY_EFFECTS,
  FIELD_TYPES,
  type CoHandlerSpec,
  type FormField,
  type Outcome,
  type Stage,
  type Target,
} from '../../domain/routing/item.ts'
import { EXPIRY_CHOICES, type ItemExpiry } from '../../domain/routing/expiry.ts'
import { ladderUse } from './ladder-schema.ts'
import { amount, code, fieldCode, limit, text, windowSpec } from './short-forms.ts'

const condition = z.string().min(1).max(500)

const field = z
  .strictObject({
    code: fieldCode,
    label: text,
    type: z.enum(FIELD_TYPES),
    required: z.boolean().default(true),
    confidential: z.boolean().default(false),
    fact: z.boolean().default(false),
    options: z.array(z.strictObject({ code, zh: text.shape.zh, en: text.shape.en })).optional(),
    min: z.number().optional(),
    max: z.number().optional(),
  })
  .transform(
    ({ options, min, max, ...rest }): FormField => ({
      ...rest,
      ...(options && { options: options.map(({ code, zh, en }) => ({ code, label: { zh, en } })) }),
      ...(min !== undefined && { min }),
      ...(max !== undefined && { max }),
    }),
  )

const material = z.strictObject({
  code,
  name: text,
  required: z.boolean().default(true),
  deferrable: z.boolean().default(false),
})

const extension = z.strictObject({
  maxTimes: z.int().min(1).max(5),
  maxAmount: z.int().min(1).max(10_000),
  decidedBy: z.array(z.strictObject({ upTo: z.int().min(1), role: z.enum(STAFF_ROLES) })).min(1),
  decisionLimit: amount,
})

const limits = z.strictObject({
  acceptance: amount.nullable().default(null),
  legal: limit.nullable(),
  promised: z.strictObject({ A: limit, B: limit, C: limit }),
  cure: amount,
  answer: amount,
  aftercare: amount,
  extension: extension.nullable().default(null),
})

const expiry = z.strictObject({
  sign: z.exactOptional(z.enum(EXPIRY_CHOICES.sign)),
  acceptance: z.exactOptional(z.enum(EXPIRY_CHOICES.acceptance)),
  legal: z.exactOptional(z.enum(EXPIRY_CHOICES.legal)),
  promised: z.exactOptional(z.enum(EXPIRY_CHOICES.promised)),
  cure: z.exactOptional(z.enum(EXPIRY_CHOICES.cure)),
  answer: z.exactOptional(z.enum(EXPIRY_CHOICES.answer)),
  'co-handling': z.exactOptional(z.enum(EXPIRY_CHOICES['co-handling'])),
  'extension-decision': z.exactOptional(z.enum(EXPIRY_CHOICES['extension-decision'])),
  'order-reply': z.exactOptional(z.enum(EXPIRY_CHOICES['order-reply'])),
  aftercare: z.exactOptional(z.enum(EXPIRY_CHOICES.aftercare)),
}) satisfies z.ZodType<ItemExpiry>

const coHandler = z
  .strictObject({ window: windowSpec, when: condition.optional(), limit: amount })
  .transform(({ when, ...rest }): CoHandlerSpec => ({ ...rest, ...(when !== undefined && { when }) }))

const targetKeys = { to: z.string().optional(), close: z.enum(CLOSE_RESULTS).optional(), ask: z.literal('expert').optional() }
interface TargetKeys {
  readonly to?: string | undefined
  readonly close?: (typeof CLOSE_RESULTS)[number] | undefined
  readonly ask?: 'expert' | undefined
}

function targetOf(row: TargetKeys): Target | null {
  const named = [row.to, row.close, row.ask].filter((key) => key !== undefined)
  if (named.length !== 1) return null
  if (row.to !== undefined) return { kind: 'stage', stage: row.to }
  return row.close === undefined ? { kind: 'ask-expert' } : { kind: 'close', result: row.close }
}

const leadsToRow = z.strictObject({ when: condition.optional(), ...targetKeys }).transform((row, context) => {
  const target = targetOf(row)
  if (target) return { ...(row.when !== undefined && { when: row.when }), target }
  context.addIssue({ code: 'custom', params: { rule: 'one-target' } })
  return z.NEVER
})

const outcome = z
  .strictObject({ code, name: text, accepts: z.boolean().default(false), ...targetKeys, leadsTo: z.array(leadsToRow).optional() })
  .transform((row, context): Outcome => {
    const target = targetOf(row)
    const written = [row.to, row.close, row.ask, row.leadsTo].filter((key) => key !== undefined).length
    if (written !== 1) {
      context.addIssue({ code: 'custom', params: { rule: 'one-target' } })
      return z.NEVER
    }
    const leadsTo = target ? [{ target }] : (row.leadsTo ?? [])
    const needsOfficeInCharge = leadsTo.some(({ target: t }) => t.kind === 'close' && t.result === 'not-accepted')
    return { code: row.code, name: row.name, leadsTo, accepts: row.accepts, needsOfficeInCharge }
  })

const stage = z.strictObject({
  code,
  name: text,
  purpose: text,
  statusText: text,
  window: windowSpec,
  signLimit: amount,
  workingLimit: amount,
  returnLimit: amount,
  coHandlers: z.array(coHandler).default([]),
  outcomes: z.array(outcome).min(1),
  onExpiry: z.enum(EXPIRY_EFFECTS).default('nothing'),
}) satisfies z.ZodType<Stage>

/** One file of `items/`; everything but the ladder is already in the shape of `ServiceItem`. */
export const itemFile = z.strictObject({
  code,
  version: z.int().min(1),
  name: text,
  summary: text,
  legalBasis: text,
  form: z.array(field).min(1),
  materials: z.array(material).default([]),
  limits,
  expiry: z.exactOptional(expiry),
  start: z.string(),
  stages: z.array(stage).min(1),
  ladder: ladderUse,
})
