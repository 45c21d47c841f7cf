import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { WANTS } from './wants.ts'

/** A session in which the offices work: so many working days ago in the morning or the afternoon, or when the demo opens. */
export interface SessionKey {
  /** 1 is the last working day that has ended; 0 is today. */
  readonly daysAgo: number
  readonly half: 'am' | 'pm'
}

const on = z
  .string()
  .regex(/^(today|([1-9]|1[0-5])(am|pm))$/)
  .transform((text): SessionKey => {
    if (text === 'today') return { daysAgo: 0, half: 'am' }
    return { daysAgo: Number.parseInt(text, 10), half: text.endsWith('am') ? 'am' : 'pm' }
  })

const step = z.strictObject({
  on,
  /** last part of the route's address */
  do: z.string(),
  with: z.record(z.string(), z.unknown()).default({}),
  /** user name of who acts, where it is not the clerk of the task or the expert */
  who: z.string().optional(),
  /** window of the co-handler whose task it is; the lead task else */
  window: z.string().optional(),
  /** end of a pause: so many days from the opening of the demo */
  until: z.int().optional(),
})

const form = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))

const storyFile = z.strictObject({
  item: z.string(),
  form,
  materials: z.array(z.string()),
  stories: z.array(
    z.strictObject({
      expert: z.email(),
      wants: z.array(z.enum(WANTS)).min(1),
      by: z.enum(['expert', 'liaison', 'clerk']).default('expert'),
      filed: on,
      form: form.default({}),
      promised: z.array(z.string()).default([]),
      steps: z.array(step),
    }),
  ),
})

export type Step = z.output<typeof step>

/** One appeal of the demo: what is filed, what happens, and the states it must show at the end. */
export interface Story {
  /** Part of the idempotency keys, so that a seeding that is taken up again does nothing twice. */
  readonly key: string
  readonly item: string
  readonly expert: string
  readonly by: 'expert' | 'liaison' | 'clerk'
  readonly wants: readonly (typeof WANTS)[number][]
  readonly form: Readonly<Record<string, string | number | boolean>>
  readonly materials: readonly { readonly code: string; readonly promised?: true; readonly provided?: true }[]
  readonly filed: SessionKey
  readonly steps: readonly Step[]
}

/** The stories of the demo, from stories/*.yaml beside this file. */
export function demoStories(): Story[] {
  const folder = join(import.meta.dirname, 'stories')
  return readdirSync(folder)
    .toSorted()
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => {
      const file = storyFile.parse(parse(readFileSync(join(folder, name), 'utf8')))
      return file.stories.map(
        (story, index): Story => ({
          key: `${file.item}-${index + 1}`,
          item: file.item,
          expert: story.expert,
          by: story.by,
          wants: story.wants,
          form: { ...file.form, ...story.form },
          materials: file.materials.map((code) => (story.promised.includes(code) ? { code, promised: true } : { code, provided: true })),
          filed: story.filed,
          steps: story.steps,
        }),
      )
    })
}
