import { z } from 'zod'
import { EXPORTERS, ownExport } from '../../exports/own-export.ts'
import { problem } from '../../problems/problem.ts'
import { answer, defineRoute } from '../../route.ts'
import { empty, nothing, uuid } from '../../schemas/input.ts'

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** The file of an export, for the person who asked for it, until it expires; each download is a row of the read audit. */
export const getExportFile = defineRoute({
  method: 'get',
  path: '/api/exports/:id/file',
  tag: 'supervision',
  summary: { zh: '下载导出文件', en: 'Download an export' },
  allow: EXPORTERS,
  audit: 'personal',
  key: 'none',
  params: z.strictObject({ id: uuid }),
  query: nothing,
  body: nothing,
  answers: { 200: empty },
  handler: async ({ deps, person, params }) => {
    const job = await ownExport(deps, person, params.id)
    if (job.status === 'expired' || job.expiresAt < deps.realNow()) throw problem('export-expired')
    if (job.status !== 'ready') throw problem('export-not-ready')
    const day = new Date(job.createdAt + 8 * 3_600_000).toISOString().slice(0, 10)
    const headers = {
      'Content-Type': TYPES[job.format],
      'Content-Disposition': `attachment; filename="hongyan-${job.query.figure}-${day}.${job.format}"`,
      'X-Content-Type-Options': 'nosniff',
    }
    return answer(200, undefined, { reads: [{ kind: 'export', id: job.id }], headers, file: deps.exports.read(job) })
  },
})
