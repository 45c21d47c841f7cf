import type { ArrivedFile } from '../../prisma/files/file-bytes.ts'

/** The record at the end of a ZIP file: its signature, its own length, and the longest comment after it. */
const END = 0x06054b50
const END_BYTES = 22
const LONGEST_COMMENT = 0xffff
const ENTRY = 0x02014b50
const ENTRY_BYTES = 46
/** A document has some dozens of parts; a longer directory is not read. */
const LONGEST_DIRECTORY = 1024 * 1024

/**
 * Whether a ZIP file is a Word document or an Excel sheet, by the names in its directory. Nothing is unpacked. One
 * with macros in it is neither.
 */
export async function officePackage(file: Pick<ArrivedFile, 'read' | 'size'>): Promise<'docx' | 'xlsx' | null> {
  const names = await partNames(file)
  if (!names.includes('[Content_Types].xml') || names.some((name) => /vbaproject/i.test(name))) return null
  if (names.includes('word/document.xml')) return 'docx'
  return names.includes('xl/workbook.xml') ? 'xlsx' : null
}

/** Names of the parts; none where the directory is not to be found or does not hold together. */
async function partNames(file: Pick<ArrivedFile, 'read' | 'size'>): Promise<readonly string[]> {
  const tailBytes = Math.min(file.size, END_BYTES + LONGEST_COMMENT)
  const tail = Buffer.from(await file.read(file.size - tailBytes, tailBytes))
  const at = endOf(tail)
  if (at === null) return []
  const length = tail.readUInt32LE(at + 12)
  const start = tail.readUInt32LE(at + 16)
  if (length > LONGEST_DIRECTORY || start + length > file.size) return []
  return entryNames(Buffer.from(await file.read(start, length)))
}

function endOf(tail: Buffer): number | null {
  for (let at = tail.length - END_BYTES; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) === END && at + END_BYTES + tail.readUInt16LE(at + 20) === tail.length) return at
  }
  return null
}

function entryNames(directory: Buffer): readonly string[] {
  const names: string[] = []
  let at = 0
  while (at + ENTRY_BYTES <= directory.length && directory.readUInt32LE(at) === ENTRY) {
    const nameBytes = directory.readUInt16LE(at + 28)
    names.push(directory.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes))
    at += ENTRY_BYTES + nameBytes + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return at === directory.length ? names : []
}
