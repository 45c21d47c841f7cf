import { z } from 'zod'
import { rolesFor } from '../../commands/allow.ts'
import { problem } from '../../problems/problem.ts'
import { answer, defineRoute } from '../../route.ts'
import { empty, nothing, reference } from '../../schemas/input.ts'
import { isFileId } from '../../files/file-id.ts'

/** Takes back one's own upload; what belongs to an appeal stays. */
export const deleteUpload = defineRoute({
  method: 'delete',
  path: '/api/uploads/:id',
  tag: 'files',
  summary: { zh: '删除待提交文件', en: 'Take back an upload' },
  allow: rolesFor('FileAppeal'),
  audit: 'write',
  key: 'none',
  params: z.strictObject({ id: reference }),
  query: nothing,
  body: nothing,
  answers: { 204: empty },
  handler: async ({ deps, person, params }) => {
    const gone = isFileId(params.id) && (await deps.materialFiles.withdraw(params.id, { kind: person.kind, id: person.id }))
    if (!gone) throw problem('unknown-file', { field: 'id' })
    return answer(204, undefined)
  },
})
