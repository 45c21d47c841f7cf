import type { ExportJob } from '../../prisma/stores/export-store.ts'
import { supervisedStations } from '../cases/scope.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problems/problem.ts'
import type { Person } from '../sessions/person.ts'

/** Who may call the routes of exports. */
export const EXPORTERS = ['station-supervisor', 'province-supervisor', 'auditor'] as const

/** The person's own export; 404 for everybody else's, 403 where they no longer supervise what it shows. */
export async function ownExport(deps: Pick<Deps, 'exports'>, person: Person, id: string): Promise<ExportJob> {
  const job = await deps.exports.store.find(id)
  if (job === null || job.personId !== person.id) throw problem('unknown-export')
  const stations = supervisedStations(person) ?? []
  const covered = stations === 'all' || (job.scope !== 'all' && job.scope.every((station) => stations.includes(station)))
  if (!covered) throw problem('not-in-scope')
  return job
}
