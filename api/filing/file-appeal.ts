import { createHash } from 'node:crypto'
import { canonicalJson } from '../../domain/canonical-json.ts'
import type { CommandOf } from '../../domain/case/command.ts'
import { decide, initialState, isRefusal } from '../../domain/case/index.ts'
import type { CaseStart, CaseState } from '../../domain/case/state.ts'
import { type IntakeAnswer, type NewIntake, UploadsGoneError } from '../../prisma/stores/intake-store.ts'
import type { Giver } from '../commands/give-command.ts'
import type { Deps } from '../deps.ts'
import { commandId } from '../http/idempotency-key.ts'
import { type FieldError, fieldError, invalid, problem, refusalProblem } from '../problems/problem.ts'
import { actorOf, type Person } from '../sessions/person.ts'
import { applicantOf } from './applicant.ts'
import { caseStart } from './case-start.ts'
import { checkForm } from './check-form.ts'
import { checkMaterials } from './check-materials.ts'
import type { FilingBody } from './filing-body.ts'

/** An answer waits this long for the first write; then it says "unknown, repeat with the same key". */
const FILING_MS = 4500
/** A filing takes far less; after so long it is asked whether the engine refused it. */
const FIRST_LOOK_MS = 1500
const RETRY_SECONDS = 2

/**
 * Files an appeal (design 8): input and right are checked, the intake is written under the key, the
 * workflow is started, and the answer waits for its first write. The same key with the same body is the
 * same appeal, or the same refusal; a crash between the two is made good by housekeeping.
 */
export async function fileAppeal(giver: Giver, body: FilingBody): Promise<CaseState> {
  const { deps, person } = giver
  const until = deps.realNow() + FILING_MS
  const { items, calendars } = await deps.inForce.fresh()
  const item = items.get(body.item)
  if (item === undefined) throw invalid([fieldError('item', 'unknown', { value: body.item })])
  const { form, facts, errors } = checkForm(item.form, body.form)
  const papers = checkMaterials(item.materials, body.materials)
  if (errors.length + papers.errors.length > 0) throw invalid([...errors, ...papers.errors])
  const expert = await applicantOf(deps, person, body.expertId)
  const start = await caseStart(deps, person, { item, calendars, expert, facts, materials: papers.materials })
  const file: CommandOf<'FileAppeal'> = {
    id: commandId(person.id, giver.key, { kind: 'FileAppeal', body }),
    at: giver.at,
    actor: actorOf(person),
    kind: 'FileAppeal',
    data: {},
  }
  mayFile(start, file)
  const intake = await write(deps, {
    start,
    file,
    form,
    files: papers.files,
    idempotencyKey: giver.key,
    bodyHash: hashOf(body),
    channel: channelOf(person),
    confirmDuplicate: body.confirmDuplicate,
  })
  if (intake.refused !== null) throw refusalProblem(intake.refused)
  if (intake.kind === 'created' || (await deps.cases.load(intake.id)) === null) await startAndWait(deps, intake, until)
  const state = await deps.cases.load(intake.id)
  if (state === null) throw problem('unavailable', { retryAfterSeconds: RETRY_SECONDS })
  return state
}

/** The right to file, asked of the same rules that the engine asks. */
function mayFile(start: Omit<CaseStart, 'number'>, file: CommandOf<'FileAppeal'>): void {
  const verdict = decide(initialState({ ...start, number: '' }), file)
  if (isRefusal(verdict)) throw refusalProblem(verdict)
}

type Written = Extract<IntakeAnswer, { kind: 'created' | 'same' }>

async function write(deps: Deps, intake: NewIntake): Promise<Written> {
  const answer = await deps.intakes.createIntake(intake).catch(async (error: unknown) => {
    throw error instanceof UploadsGoneError ? invalid(await lostUploads(deps, intake)) : error
  })
  if (answer.kind === 'conflict') throw problem('key-reused', { field: 'Idempotency-Key' })
  if (answer.kind === 'duplicate') {
    const { number } = answer
    throw problem('duplicate-appeal', {
      field: 'confirmDuplicate',
      params: { number },
      members: { number, href: `/api/appeals/${number}`, state: { number } },
    })
  }
  return answer
}

/** Which of the named uploads are not there: never were, are another's, belong to an appeal, or were given up. */
async function lostUploads(deps: Deps, { file, files = [] }: NewIntake): Promise<FieldError[]> {
  const { actor } = file
  const own = actor.kind === 'expert' || actor.kind === 'staff' ? await deps.materialFiles.unfiledOf(actor, deps.realNow()) : []
  const lost = files.filter(({ id }) => !own.some((upload) => upload.id === id))
  // Another filing took them between the two looks: all are named.
  return (lost.length > 0 ? lost : files).map(({ material, id }) => fieldError(`materials.${material}.files`, 'unknown', { value: id }))
}

/** A worker of another release may refuse what this process let through: that is the answer, and the intake is marked. */
async function startAndWait(deps: Deps, intake: Written, until: number): Promise<void> {
  const face = await deps.face()
  await deps.gateway.start({ start: intake.start, file: intake.file, ...(face.segments.length === 0 ? {} : { face }) })
  const left = (): number => Math.max(1, until - deps.realNow())
  if (await deps.cases.waitForSeq(intake.id, 1, Math.min(FIRST_LOOK_MS, left()))) return
  const refusal = await deps.gateway.filingRefusal(intake.id)
  if (refusal !== null) {
    await deps.intakes.markRefused(intake.id, refusal)
    throw refusalProblem(refusal)
  }
  if (!(await deps.cases.waitForSeq(intake.id, 1, left()))) throw problem('unavailable', { retryAfterSeconds: RETRY_SECONDS })
}

function hashOf(body: FilingBody): string {
  return createHash('sha256').update(canonicalJson(body)).digest('hex')
}

function channelOf(person: Person): string {
  if (person.kind === 'expert') return 'web'
  return person.grants.some((grant) => grant.role === 'liaison') ? 'liaison' : 'counter'
}
