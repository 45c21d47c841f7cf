import { z } from 'zod'
import { VIEW_PAGES } from '../../prisma/stores/saved-view-store.ts'

const name = z.string().trim().min(1).max(60)
/** The part of the page's address after the question mark. */
const query = z
  .string()
  .max(1000)
  .regex(/^[\w=&%.,+*~-]*$/)

/** What a person gives to keep a view. */
export const viewBody = z.strictObject({ page: z.enum(VIEW_PAGES), name, query, shared: z.boolean().default(false) })

export const viewChange = z.strictObject({ name: name.optional(), query: query.optional(), shared: z.boolean().optional() })

export const savedViewSchema = z
  .object({
    id: z.string(),
    page: z.enum(VIEW_PAGES),
    name: z.string(),
    query: z.string(),
    shared: z.boolean().meta({ description: 'seen by everybody who works at, or supervises, a window of its owner' }),
    mine: z.boolean().meta({ description: 'only its owner changes or removes it' }),
    ownerName: z.string(),
  })
  .meta({ id: 'SavedView' })
