import { z } from 'zod'
import { addTallies, type ChangeTally, EMPTY_TALLY } from '../../domain/case/change-tally.ts'
import { COLOURS } from '../../domain/case/rows.ts'
import { UNITS } from '../../domain/clocks/types.ts'
import { ToldError } from '../replay/told-error.ts'
import type { Answer } from '../seed/office-client.ts'
import type { AdminOffice } from './sign-in.ts'

const colour = z.enum(COLOURS)
const clock = z.object({
  kind: z.string(),
  dueBefore: z.string().nullable(),
  dueAfter: z.string().nullable(),
  colourBefore: colour,
  colourAfter: colour,
})
const part = z.object({
  digest: z.string(),
  brings: z.array(z.object({ id: z.string(), version: z.string() })),
  appeals: z.number(),
  gaining: z.number(),
  losing: z.number(),
  changing: z.number(),
  refused: z.number(),
  clocksMoved: z.number(),
  shifts: z.array(z.object({ moved: z.enum(['gains', 'loses']), amount: z.number(), unit: z.enum(UNITS), clocks: z.number() })),
  colours: z.array(z.object({ from: colour, to: colour, appeals: z.number() })),
  first: z.array(z.object({ number: z.string(), clocks: z.array(clock) })),
  next: z.string().nullable(),
})

export type NamedAppeal = z.output<typeof part>['first'][number]

/** A whole preview: the figures of all its parts added up. */
export interface WholePreview {
  readonly digest: string
  readonly brings: readonly { readonly id: string; readonly version: string }[]
  readonly tally: Omit<ChangeTally, 'first'>
  readonly first: readonly NamedAppeal[]
}

export const changeAnswer = z.object({
  id: z.string(),
  target: z.string(),
  version: z.string(),
  reason: z.string(),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  state: z.enum(['running', 'ended', 'ended-with-failures']),
  total: z.number(),
  done: z.number(),
  moved: z.number(),
  unmoved: z.number(),
  ended: z.number(),
  refused: z.number(),
  failed: z.number(),
})
export type ChangeAnswer = z.output<typeof changeAnswer>

const NAMED = 20

/** Looks at a calendar's text part by part until all open appeals were seen. */
export async function wholePreview(office: AdminOffice, text: string, file: string): Promise<WholePreview> {
  let tally: ChangeTally = EMPTY_TALLY
  const first: NamedAppeal[] = []
  for (let after: string | null = null; ; ) {
    const answer = await office.post('/api/admin/calendars/preview', { text, file, ...(after === null ? {} : { after }) })
    const found: z.output<typeof part> = part.parse(wanted(answer, 200))
    tally = addTallies(tally, { ...found, first: [] })
    first.push(...found.first)
    after = found.next
    if (after === null) return { digest: found.digest, brings: found.brings, tally, first: first.slice(0, NAMED) }
  }
}

const problem = z.object({
  detailZh: z.string(),
  detailEn: z.string(),
  errors: z.array(z.object({ field: z.string(), rule: z.string(), zh: z.string(), en: z.string() })).default([]),
})

/** The body of an answer of that status; a problem is told with every fault, its file, line and rule. */
export function wanted(answer: Answer, status: number): unknown {
  if (answer.status === status) return answer.body
  const told = problem.safeParse(answer.body)
  if (!told.success) throw new ToldError(`系统应答 ${answer.status}`, `the system answered ${answer.status}`)
  const { errors, detailZh, detailEn } = told.data
  if (errors.length === 0) throw new ToldError(detailZh, detailEn)
  throw new ToldError(
    '文件有误：',
    ['the file has faults:', ...errors.map((each) => `${each.field} [${each.rule}] ${each.zh} / ${each.en}`)].join('\n'),
  )
}
