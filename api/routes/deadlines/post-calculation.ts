import { z } from 'zod'
import { calculate } from '../../../domain/clocks/calculate.ts'
import { parseCalculation } from '../../../domain/clocks/calculation.ts'
import { UNITS } from '../../../domain/clocks/types.ts'
import { invalid } from '../../problems/problem.ts'
import { answer, defineRoute } from '../../route.ts'
import { nothing, textSchema } from '../../schemas/input.ts'

/** What the calculator takes; `parseCalculation` holds the input against every rule and names field and rule. */
const input = z.looseObject({}).meta({
  description:
    'A clock: {id, calendar, unit, amount, startedAt, pauses: [{from, to?, reason}], extensions: [{amount, grantedAt}], asOf?, endsAt?: close|midnight}; instants ISO 8601 with zone',
  example: { calendar: 'cn', unit: 'working-days', amount: 5, startedAt: '2026-09-28T10:00:00+08:00' },
})

const output = z.object({
  id: z.union([z.string(), z.number()]).nullable(),
  dueAt: z.string().nullable(),
  provisional: z.boolean(),
  remaining: z.object({ amount: z.number(), unit: z.enum(UNITS), exhausted: z.boolean() }).nullable(),
  trace: z.array(z.looseObject({ rule: z.string(), text: textSchema })),
})

/** The sum behind a due date, as `npm run due` writes it. */
export const postCalculation = defineRoute({
  method: 'post',
  path: '/api/deadlines/calculation',
  tag: 'deadlines',
  summary: { zh: '期限计算', en: 'Calculate a deadline' },
  allow: 'anyone',
  audit: 'public',
  key: 'none',
  params: nothing,
  query: nothing,
  body: input,
  answers: { 200: output },
  handler: async ({ deps, body }) => {
    const { calendars } = await deps.inForce()
    const { calculation, problems } = parseCalculation(body, new Set(calendars.keys()))
    const calendar = calculation === null ? undefined : calendars.get(calculation.calendar)?.calendar
    if (calculation === null || calendar === undefined)
      throw invalid(problems.map(({ field, rule, message }) => ({ field, rule, ...message })))
    const { trace, ...rest } = calculate(calculation, calendar)
    return answer(200, { ...rest, trace: [...trace] })
  },
})
