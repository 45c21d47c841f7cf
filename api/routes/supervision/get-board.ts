import { z } from 'zod'
import type { COLOURS } from '../../../domain/case/rows.ts'
import { supervisedStations } from '../../cases/scope.ts'
import { answer, defineRoute } from '../../route.ts'
import { instantOut, nothing, textSchema } from '../../schemas/input.ts'
import { iso } from '../../views/iso.ts'

const cell = z.object({ count: z.int(), href: z.string().meta({ description: 'the list of exactly these appeals' }) })
const perColour = z.object({ green: cell, yellow: cell, red: cell })

const marks = z
  .object({ lateExtensions: z.int(), suspiciousPauses: z.int() })
  .meta({ description: 'on its open appeals: extensions asked for too late, and pauses over a close of less than an opening day' })

/** Open appeals by accountable window and colour; each count names the query that lists its cases. */
export const getBoard = defineRoute({
  method: 'get',
  path: '/api/supervision/board',
  tag: 'supervision',
  summary: { zh: '督办看板', en: 'Board' },
  allow: ['station-supervisor', 'province-supervisor', 'auditor'],
  audit: 'own',
  key: 'none',
  params: nothing,
  query: nothing,
  body: nothing,
  answers: {
    200: z.object({
      at: instantOut,
      windows: z.array(z.object({ window: z.string(), windowName: textSchema, total: z.int(), colours: perColour, marks })),
      totals: perColour,
    }),
  },
  handler: async ({ deps, person, at }) => {
    const counts = await deps.board.counts(supervisedStations(person) ?? [])
    const marked = await deps.board.marks(supervisedStations(person) ?? [])
    const offices = await deps.offices()
    const colours = (window?: string) => {
      const counted = (colour: (typeof COLOURS)[number]): z.input<typeof cell> => ({
        count: counts
          .filter((row) => row.colour === colour && (window === undefined || row.window === window))
          .reduce((sum, row) => sum + row.count, 0),
        href: `/api/appeals?scope=supervised&status=open&colour=${colour}${window === undefined ? '' : `&window=${encodeURIComponent(window)}`}`,
      })
      return { green: counted('green'), yellow: counted('yellow'), red: counted('red') }
    }
    // An open appeal always has an accountable window (I1).
    const windows = [...new Set(counts.flatMap((row) => row.window ?? []))].map((window) => {
      const each = colours(window)
      const windowName = offices.windowNames.get(window) ?? { zh: window, en: window }
      const { lateExtensions = 0, suspiciousPauses = 0 } = marked.find((row) => row.window === window) ?? {}
      const total = each.green.count + each.yellow.count + each.red.count
      return { window, windowName, total, colours: each, marks: { lateExtensions, suspiciousPauses } }
    })
    return answer(200, { at: iso(at), windows, totals: colours() })
  },
})
