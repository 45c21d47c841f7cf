import { z } from 'zod'
import { answer, defineRoute } from '../../route.ts'
import { windowSchema } from '../../schemas/admin.ts'
import { nothing } from '../../schemas/input.ts'

/** All windows, closed ones too. */
export const getWindows = defineRoute({
  method: 'get',
  path: '/api/admin/windows',
  tag: 'administration',
  summary: { zh: '窗口', en: 'Windows' },
  allow: ['administrator', 'auditor'],
  audit: 'own',
  key: 'none',
  params: nothing,
  query: nothing,
  body: nothing,
  answers: { 200: z.object({ windows: z.array(windowSchema) }) },
  handler: async ({ deps }) => answer(200, { windows: [...(await deps.officesReader.windows())] }),
})
