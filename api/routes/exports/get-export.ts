import { z } from 'zod'
import { EXPORTERS, ownExport } from '../../exports/own-export.ts'
import { answer, defineRoute } from '../../route.ts'
import { exportSchema, exportView } from '../../schemas/exports.ts'
import { nothing, uuid } from '../../schemas/input.ts'

/** How far an export is. Whoever asks also takes up one that a process left behind. */
export const getExport = defineRoute({
  method: 'get',
  path: '/api/exports/:id',
  tag: 'supervision',
  summary: { zh: '导出进度', en: 'Progress of an export' },
  allow: EXPORTERS,
  audit: 'own',
  key: 'none',
  params: z.strictObject({ id: uuid }),
  query: nothing,
  body: nothing,
  answers: { 200: exportSchema },
  handler: async ({ deps, person, params }) => {
    const job = await ownExport(deps, person, params.id)
    if (job.status === 'running' && (job.claimedUntil === null || job.claimedUntil < deps.realNow())) deps.exports.begin(job.id)
    return answer(200, exportView(job))
  },
})
