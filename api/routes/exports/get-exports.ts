import { z } from 'zod'
import { EXPORTERS } from '../../exports/own-export.ts'
import { answer, defineRoute } from '../../route.ts'
import { exportSchema, exportView } from '../../schemas/exports.ts'
import { nothing } from '../../schemas/input.ts'

const LIMIT = 20

/** One's own exports, newest first. */
export const getExports = defineRoute({
  method: 'get',
  path: '/api/exports',
  tag: 'supervision',
  summary: { zh: '我的导出', en: 'My exports' },
  allow: EXPORTERS,
  audit: 'own',
  key: 'none',
  params: nothing,
  query: nothing,
  body: nothing,
  answers: { 200: z.object({ exports: z.array(exportSchema) }) },
  handler: async ({ deps, person }) => answer(200, { exports: (await deps.exports.store.ofPerson(person.id, LIMIT)).map(exportView) }),
})
