import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Stage } from './stage.ts'
import { until } from './until.ts'

const APPLICATION = {
  item: 'child-schooling',
  form: {
    childName: 'Lin',
    birthDate: '2019-05-06',
    schoolStage: 'primary',
    hukou: 'elsewhere',
    address: '1 Lake Road',
    entryDate: '2027-09-01',
  },
  materials: ['talent-card', 'identity', 'kinship', 'residence-proof'].map((code) => ({ code, provided: true })),
  confirmDuplicate: true,
}

/** An expert of the lake district files for a school place: one task more for the reception there. The number of the appeal. */
export async function fileSchooling(stage: Stage, email: string): Promise<string> {
  const api = await stage.api(email)
  const answer = await api.post('/api/appeals', { data: APPLICATION, headers: { 'Idempotency-Key': randomUUID() } })
  if (answer.status() !== 201) throw new Error(`not filed: ${answer.status()} ${await answer.text()}`)
  return z.object({ number: z.string() }).parse(await answer.json()).number
}

const tasksOf = z.object({ tasks: z.array(z.object({ id: z.string(), appeal: z.object({ number: z.string() }) })) })

/** The task of an appeal that nobody has claimed, as a clerk of its window sees it. */
export async function unclaimedTask(stage: Stage, clerk: string, number: string): Promise<string> {
  const api = await stage.api(clerk)
  return until(`an unclaimed task of ${number}`, async () => {
    const answer = await api.get(`/api/tasks?view=unclaimed&q=${encodeURIComponent(number)}`)
    return tasksOf.parse(await answer.json()).tasks.find((task) => task.appeal.number === number)?.id ?? null
  })
}
