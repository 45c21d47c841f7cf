import { z } from 'zod'
import { appealPage } from '../../cases/appeal-page.ts'
import { supervisedStations } from '../../cases/scope.ts'
import { checkedFigure, figureFields, withCursor } from '../../figures/figure-query.ts'
import { figureTime } from '../../figures/figure-time.ts'
import { answer, defineRoute } from '../../route.ts'
import { nothing, pageQuery } from '../../schemas/input.ts'
import { appealPageSchema } from '../../schemas/page.ts'

/** The list behind a number of the board: open appeals by the nearest limit, those of a month newest first. */
export const getSupervisedAppeals = defineRoute({
  method: 'get',
  path: '/api/supervision/appeals',
  tag: 'supervision',
  summary: { zh: '看板数字背后的诉求', en: 'The appeals behind a figure' },
  allow: ['station-supervisor', 'province-supervisor', 'auditor'],
  audit: 'own',
  key: 'none',
  params: nothing,
  query: z.strictObject({ ...pageQuery, ...figureFields }),
  body: nothing,
  answers: { 200: appealPageSchema },
  handler: async ({ deps, person, query, at }) => {
    const { cursor, limit, ...given } = query
    const list = deps.figureReader.list(supervisedStations(person) ?? [], checkedFigure(given), await figureTime(deps, at), {
      cursor,
      limit,
    })
    return answer(200, await appealPage(deps, person, at, await withCursor(list)))
  },
})
