import type { z } from 'zod'
import type { ServiceItem } from '../../domain/routing/item.ts'
import type { DraftRow } from '../../prisma/stores/draft-store.ts'
import { draftBody, type draftSchema } from '../schemas/draft.ts'

/** A draft with the name its item has now. */
export function draftView({ item, body, savedAt }: DraftRow, items: ReadonlyMap<string, ServiceItem>): z.input<typeof draftSchema> {
  const { form, materials } = draftBody.catch({ form: {}, materials: [] }).parse(body)
  return { item, itemName: items.get(item)?.name ?? null, form, materials, savedAt: savedAt.toISOString() }
}
