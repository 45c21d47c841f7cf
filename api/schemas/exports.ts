import { z } from 'zod'
import { FIGURES } from '../../domain/figures/figures.ts'
import { EXPORT_FORMATS, EXPORT_STATUSES, type ExportJob } from '../../prisma/stores/export-store.ts'
import { iso } from '../views/iso.ts'
import { instantOut } from './input.ts'

export const exportSchema = z
  .object({
    id: z.string(),
    figure: z.enum(FIGURES),
    format: z.enum(EXPORT_FORMATS),
    status: z.enum(EXPORT_STATUSES),
    total: z.int().meta({ description: 'rows when it was asked for; fewer or more may be written where appeals move meanwhile' }),
    done: z.int().meta({ description: 'rows written so far' }),
    createdAt: instantOut.meta({ description: 'real time' }),
    expiresAt: instantOut.meta({ description: 'real time; the file is removed then' }),
    file: z.string().nullable().meta({ description: 'address of the file, once it is ready' }),
  })
  .meta({ id: 'Export' })

export function exportView(job: ExportJob): z.input<typeof exportSchema> {
  const { id, query, format, status, total, done, createdAt, expiresAt } = job
  const file = status === 'ready' ? `/api/exports/${id}/file` : null
  return { id, figure: query.figure, format, status, total, done, createdAt: iso(createdAt), expiresAt: iso(expiresAt), file }
}
