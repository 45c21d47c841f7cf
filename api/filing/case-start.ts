import { randomUUID } from 'node:crypto'
import { directoryFor } from '../../catalog/loader/catalog.ts'
import type { CaseStart } from '../../domain/case/state.ts'
import type { Calendar } from '../../domain/clocks/types.ts'
import type { ServiceItem } from '../../domain/routing/item.ts'
import type { ExpertPerson } from '../../prisma/readers/people-reader.ts'
import type { CatalogNow } from '../changes/in-force.ts'
import type { Deps } from '../deps.ts'
import { holdsOneOf, type Person } from '../sessions/person.ts'
import type { CheckedForm } from './check-form.ts'
import type { CheckedMaterials } from './check-materials.ts'

interface Filed {
  readonly item: ServiceItem
  /** Those in force. */
  readonly calendars: CatalogNow['calendars']
  readonly expert: ExpertPerson
  readonly facts: CheckedForm['facts']
  readonly materials: CheckedMaterials['materials']
}

/** Everything the appeal freezes when it is filed: item, offices from the expert's station up, and their calendars. */
export async function caseStart(
  deps: Deps,
  person: Person,
  { item, calendars, expert, facts, materials }: Filed,
): Promise<Omit<CaseStart, 'number'>> {
  const directory = directoryFor(await deps.offices(), expert.station)
  const ids = new Set([...directory.stations, ...directory.windows].map((place) => place.calendar))
  return {
    caseId: randomUUID(),
    item,
    directory,
    calendars: Object.fromEntries([...ids].map((id) => [id, calendarOf(calendars, id)])),
    expert: { id: expert.id, tier: expert.tier, language: expert.language },
    leaderContact: expert.leaderContact,
    liaison: person.kind === 'staff' && holdsOneOf(person, ['liaison']) ? person.id : expert.liaison,
    facts,
    materials,
  }
}

function calendarOf(calendars: Filed['calendars'], id: string): Calendar {
  const now = calendars.get(id)
  if (now === undefined) throw new Error(`the catalogue has no calendar ${id}, which a station or window names`)
  return now.calendar
}
