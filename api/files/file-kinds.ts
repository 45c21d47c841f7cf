import { fileTypeFromBuffer } from 'file-type'
import type { ArrivedFile } from '../../prisma/files/file-bytes.ts'
import { officePackage } from './office-package.ts'

/** A kind of file that is taken; the first ending is given to a file that came without a true one. */
export interface FileKind {
  readonly type: string
  readonly endings: readonly [string, ...string[]]
}

const KINDS = {
  pdf: { type: 'application/pdf', endings: ['pdf'] },
  jpeg: { type: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  png: { type: 'image/png', endings: ['png'] },
  heic: { type: 'image/heic', endings: ['heic', 'heif'] },
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', endings: ['docx'] },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', endings: ['xlsx'] },
} as const satisfies Record<string, FileKind>

/** As they are told to people. */
export const KIND_NAMES = 'PDF, JPEG, PNG, HEIC, DOCX, XLSX'

/** Media types as their first bytes tell them; word and sheet are packages, looked at by their contents. */
const BY_SIGNATURE: Readonly<Record<string, FileKind>> = {
  'application/pdf': KINDS.pdf,
  'image/jpeg': KINDS.jpeg,
  'image/png': KINDS.png,
  'image/heic': KINDS.heic,
  'image/heif': KINDS.heic,
}

const FIRST_BYTES = 4100

/** What a file is by its bytes, whatever its name and its sender say; null for a kind that is not taken. */
export async function fileKind(file: Pick<ArrivedFile, 'read' | 'size'>): Promise<FileKind | null> {
  const first = await file.read(0, FIRST_BYTES)
  if (first[0] === 0x50 && first[1] === 0x4b) {
    const found = await officePackage(file)
    return found === null ? null : KINDS[found]
  }
  const signature = await fileTypeFromBuffer(first)
  return signature === undefined ? null : (BY_SIGNATURE[signature.mime] ?? null)
}
