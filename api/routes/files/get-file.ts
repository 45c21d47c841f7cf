import { z } from 'zod'
import { caseOf, requireAccess } from '../../cases/open-case.ts'
import { READS_APPEAL } from '../../cases/reading.ts'
import { isFileId } from '../../files/file-id.ts'
import { attachment } from '../../files/file-name.ts'
import type { Deps } from '../../deps.ts'
import type { MaterialFile } from '../../../prisma/stores/material-file-store.ts'
import { problem } from '../../problems/problem.ts'
import { answer, defineRoute, type ReadSubject } from '../../route.ts'
import { nothing, octets, reference } from '../../schemas/input.ts'
import type { Person } from '../../sessions/person.ts'

/** The bytes of a file, to be saved and not shown. Each download is in the read audit. */
export const getFile = defineRoute({
  ...READS_APPEAL,
  path: '/api/files/:id',
  tag: 'files',
  summary: { zh: '下载材料文件', en: 'Download a file' },
  params: z.strictObject({ id: reference }),
  query: nothing,
  answers: { 200: octets },
  handler: async ({ deps, person, params }) => {
    const file = isFileId(params.id) ? await deps.materialFiles.find(params.id) : null
    if (file === null) throw problem('unknown-file', { field: 'id' })
    const reads = await readable(deps, person, file)
    return answer(200, undefined, {
      reads,
      file: await deps.fileBytes.open(file.id),
      headers: {
        'Content-Type': file.type,
        'Content-Length': String(file.size),
        'Content-Disposition': attachment(file.name),
        'Content-Security-Policy': "default-src 'none'; sandbox",
      },
    })
  },
})

/** What is read with the file; throws where the person may not: of an appeal as that says, of an upload its owner alone. */
async function readable(deps: Deps, person: Person, file: MaterialFile): Promise<readonly ReadSubject[]> {
  const subject = { kind: 'file', id: file.id } as const
  if (file.caseId !== null) {
    const state = await caseOf(deps, file.caseId)
    if (person.kind === 'expert' && state.start.expert.id !== person.id) throw problem('unknown-file', { field: 'id' })
    requireAccess(state, person)
    return [{ kind: 'appeal', id: file.caseId }, subject]
  }
  const own = file.owner.kind === person.kind && file.owner.id === person.id && (file.expiresAt ?? 0) > deps.realNow()
  if (!own) throw problem('unknown-file', { field: 'id' })
  return [subject]
}
