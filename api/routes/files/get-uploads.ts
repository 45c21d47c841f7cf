import { z } from 'zod'
import { rolesFor } from '../../commands/allow.ts'
import { answer, defineRoute } from '../../route.ts'
import { uploadSchema } from '../../schemas/file.ts'
import { nothing } from '../../schemas/input.ts'
import { uploadView } from '../../views/file-view.ts'

/** One's own uploads that wait to be filed. */
export const getUploads = defineRoute({
  method: 'get',
  path: '/api/uploads',
  tag: 'files',
  summary: { zh: '我的待提交文件', en: 'My uploads that are not filed yet' },
  allow: rolesFor('FileAppeal'),
  audit: 'own',
  key: 'none',
  params: nothing,
  query: nothing,
  body: nothing,
  answers: { 200: z.object({ uploads: z.array(uploadSchema) }) },
  handler: async ({ deps, person }) => {
    const files = await deps.materialFiles.unfiledOf({ kind: person.kind, id: person.id }, deps.realNow())
    return answer(200, { uploads: files.map(uploadView) })
  },
})
