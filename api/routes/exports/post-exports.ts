import { z } from 'zod'
import { EXPORT_FORMATS } from '../../../prisma/stores/export-store.ts'
import { supervisedStations } from '../../cases/scope.ts'
import { EXPORTERS } from '../../exports/own-export.ts'
import { XLSX_MOST_ROWS } from '../../exports/xlsx-file.ts'
import { checkedFigure, figureFields } from '../../figures/figure-query.ts'
import { figureTime } from '../../figures/figure-time.ts'
import { fieldError, invalid, problem } from '../../problems/problem.ts'
import { answer, defineRoute } from '../../route.ts'
import { exportSchema, exportView } from '../../schemas/exports.ts'
import { nothing } from '../../schemas/input.ts'

const DAY_MS = 86_400_000
const MOST_RUNNING = 2

/** Writes the list behind a figure into a file, in the background; who asked for which list is kept. */
export const postExports = defineRoute({
  method: 'post',
  path: '/api/exports',
  tag: 'supervision',
  summary: { zh: '导出清单', en: 'Export a list' },
  allow: EXPORTERS,
  audit: 'personal',
  key: 'required',
  params: nothing,
  query: nothing,
  body: z.strictObject({ ...figureFields, format: z.enum(EXPORT_FORMATS) }),
  answers: { 202: exportSchema },
  handler: async ({ deps, person, body, key, language, at }) => {
    const { format, ...given } = body
    const query = checkedFigure(given)
    const scope = supervisedStations(person) ?? []
    const now = deps.realNow()
    await deps.exports.removeExpired()
    const mine = await deps.exports.store.ofPerson(person.id, 20)
    if (mine.filter((job) => job.status === 'running').length >= MOST_RUNNING) throw problem('exports-running')
    const total = await deps.figureReader.count(scope, query, await figureTime(deps, at))
    if (format === 'xlsx' && total > XLSX_MOST_ROWS)
      throw invalid([fieldError('format', 'too-many-rows', { maximum: String(XLSX_MOST_ROWS) })])
    const job = await deps.exports.store.create({
      personId: person.id,
      key,
      format,
      language,
      query,
      scope,
      askedAt: at,
      total,
      createdAt: now,
      expiresAt: now + DAY_MS,
    })
    deps.exports.begin(job.id)
    return answer(202, exportView(job), { reads: [{ kind: 'export', id: job.id }] })
  },
})
