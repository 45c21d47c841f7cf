import type { z } from 'zod'
import type { MaterialFile } from '../../prisma/stores/material-file-store.ts'
import type { materialFileSchema, uploadSchema } from '../schemas/file.ts'
import type { Person } from '../sessions/person.ts'
import { iso } from './iso.ts'
import type { Reader } from './reader.ts'

type FileView = z.input<typeof materialFileSchema>

/** A file of an appeal as its reader sees it; experts see that the office sent it, and no person. */
export function fileView(file: MaterialFile, reader: Pick<Reader, 'staff'>): FileView {
  return { ...plain(file), from: file.owner.kind, by: file.owner.kind === 'staff' ? reader.staff(file.owner.id) : null }
}

/** A file as the person who has just sent it sees it. */
export function sentFileView(file: MaterialFile, person: Person): FileView {
  return { ...plain(file), from: file.owner.kind, by: person.kind === 'staff' ? { id: person.id, name: person.name } : null }
}

export function uploadView(file: MaterialFile): z.input<typeof uploadSchema> {
  if (file.expiresAt === null) throw new Error(`file ${file.id} belongs to an appeal and does not expire`)
  return { ...plain(file), expiresAt: iso(file.expiresAt) }
}

function plain({ id, name, type, size, at }: MaterialFile): Pick<FileView, 'id' | 'name' | 'type' | 'size' | 'at' | 'href'> {
  return { id, name, type, size, at: iso(at), href: `/api/files/${id}` }
}
