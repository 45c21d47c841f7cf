import { z } from 'zod'
import { EXTENSION_REASONS, RETURN_REASONS } from '../../domain/case/reasons.ts'
import { PAUSE_REASONS } from '../../domain/clocks/pause-reasons.ts'
import { CLOSE_RESULTS } from '../../domain/routing/item.ts'
import { code, freeText, untilInstant } from '../schemas/input.ts'

/** The task version the person saw; another one now is a 409. */
const version = z.int().min(1)
/** Where nothing is lost by a press on a newer version. */
const seen = { version: version.optional() }
/** Internal, never shown to the expert unless the command says so. */
const note = { note: freeText.optional() }
/** User name or id of a staff member. */
const person = z.string().min(1).max(100)
const codes = z.array(code).max(100)
const materials = z
  .array(z.union([code, z.strictObject({ code, provided: z.literal(true).optional() })]))
  .max(100)
  .transform((given) => given.map((each) => (typeof each === 'string' ? each : each.code)))

/** The body of every command, by kind: what its route takes and what `actions[].fields` lists. */
export const BODIES = {
  SignTask: z.strictObject({ ...seen }),
  ClaimTask: z.strictObject({ ...seen }),
  ReleaseTask: z.strictObject({ ...seen }),
  TransferTask: z.strictObject({ version, to: person }),
  DelegateTask: z.strictObject({ ...seen, to: person }),
  CompleteTask: z.strictObject({
    version,
    outcome: code,
    reply: freeText.optional(),
    ...note,
    officeInCharge: z.string().trim().min(1).max(200).optional(),
  }),
  ReturnTask: z.strictObject({ version, reason: z.enum(RETURN_REASONS), ...note, evidence: freeText.optional() }),
  ReferTask: z.strictObject({ ...seen, window: code, ...note }),
  PauseTask: z.strictObject({ version, reason: z.enum(PAUSE_REASONS), until: untilInstant, ...note }),
  ResumeTask: z.strictObject({ ...seen, ...note }),
  AskExpert: z.strictObject({ ...seen, question: freeText }),
  RequestExtension: z.strictObject({ version, amount: z.number(), reason: z.enum(EXTENSION_REASONS), ...note }),
  RequestCoHandling: z.strictObject({ ...seen, window: code, ...note }),
  GiveConsent: z.strictObject({ ...seen, ...note }),
  RaiseObjection: z.strictObject({ ...seen, reasons: freeText.optional() }),
  IssueDeficiencyNotice: z.strictObject({ ...seen, materials: codes, ...note }),
  AcceptProvisionally: z.strictObject({ ...seen, promised: codes.default([]), ...note }),
  CommentOnTask: z.strictObject({ ...seen, note: freeText }),
  ReassignTask: z.strictObject({ ...seen, window: code.optional(), to: person.optional(), reason: freeText.optional() }),
  IssueOrder: z.strictObject({ ...seen, order: z.enum(['urge', 'supervise']), ...note }),

  SupplementAppeal: z.strictObject({ materials: materials.default([]), ...note }),
  AnswerQuestion: z.strictObject({ questionId: code.optional(), answer: freeText }),
  UrgeAppeal: z.strictObject({ ...note }),
  WithdrawAppeal: z.strictObject({ reason: freeText.optional() }),
  RateAppeal: z.strictObject({ score: z.number(), ...note }),
  DecideExtension: z.strictObject({ requestId: code.optional(), granted: z.boolean(), ...note }),
  Arbitrate: z.strictObject({ window: code, ...note }),
  AnswerOrder: z.strictObject({ orderId: code.optional(), answer: freeText }),
  CloseByOrder: z.strictObject({
    result: z.enum(CLOSE_RESULTS),
    reply: freeText.optional(),
    officeInCharge: z.string().trim().min(1).max(200).optional(),
  }),
  RecordCallBack: z.strictObject({ satisfied: z.boolean(), ...note }),
  ReopenAppeal: z.strictObject({ reason: freeText.optional() }),
} as const

export type BodyOf<K extends keyof typeof BODIES> = z.output<(typeof BODIES)[K]>

export interface BodyField {
  readonly name: string
  readonly required: boolean
}

const FIELDS = Object.fromEntries(
  Object.entries(BODIES).map(([kind, body]) => {
    const shape: Readonly<Record<string, z.ZodType>> = body.shape
    return [kind, Object.entries(shape).map(([name, schema]) => ({ name, required: !schema.safeParse(undefined).success }))]
  }),
)

/** The fields of a command's body, and whether each must be given. */
export function fieldsOf(kind: keyof typeof BODIES): readonly BodyField[] {
  return FIELDS[kind] ?? []
}
