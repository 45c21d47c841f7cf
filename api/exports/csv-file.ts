import { open } from 'node:fs/promises'
import type { RowFile } from './export-desk.ts'

/** Without it spreadsheets take UTF-8 for a national code page. */
const BOM = '\uFEFF'
/** A cell that begins so is a formula to a spreadsheet (CWE-1236). */
const FORMULA = /^[=+\-@\t\r]/

/** One cell: never a formula, quoted where the format needs it (RFC 4180). */
export function csvCell(text: string): string {
  const plain = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

export function csvLines(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')
}

/** A CSV file in UTF-8 with BOM. */
export async function openCsv(path: string): Promise<RowFile> {
  const file = await open(path, 'w')
  await file.write(BOM)
  return {
    async add(rows) {
      await file.write(csvLines(rows))
    },
    async end() {
      await file.sync()
      await file.close()
    },
    close: () => file.close(),
  }
}
