import type { CaseEvent } from '../../domain/case/event.ts'
import type { CaseState } from '../../domain/case/state.ts'
import type { Instant } from '../../domain/clocks/types.ts'
import type { MaterialFile } from '../../prisma/stores/material-file-store.ts'
import type { Deps } from '../deps.ts'
import type { Person } from '../sessions/person.ts'
import { type Reader, readerOf } from '../views/reader.ts'
import { requireAccess } from './open-case.ts'

/** One appeal with all that a detail page shows: form, expert, history and free texts. */
export interface WholeCase {
  readonly state: CaseState
  readonly reader: Reader
  readonly events: readonly CaseEvent[]
  readonly texts: ReadonlyMap<string, string>
  readonly form: Readonly<Record<string, unknown>>
  /** Those sent for its materials. */
  readonly files: readonly MaterialFile[]
  readonly expertName: string | null
}

/** Reads a whole appeal for a person who may see it; throws the problem that `requireAccess` names for others. */
export async function wholeCase(deps: Deps, person: Person, state: CaseState, at: Instant): Promise<WholeCase> {
  const access = requireAccess(state, person)
  const { caseId, expert } = state.start
  const [events, form, known, files] = await Promise.all([
    deps.cases.events(caseId),
    deps.forms.formOf(caseId),
    deps.people.expertById(expert.id),
    deps.materialFiles.ofCase(caseId),
  ])
  const [reader, texts] = await Promise.all([
    readerOf(
      deps,
      person,
      access,
      at,
      [state],
      events,
      files.filter((file) => file.owner.kind === 'staff').map((file) => file.owner.id),
    ),
    deps.texts.ofCase(caseId),
  ])
  return { state, reader, events, texts, form, files, expertName: known?.name ?? null }
}
