import { open } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import type { RowFile } from './export-desk.ts'

/** The whole sheet lies in memory while it is packed; longer lists go into CSV. */
export const XLSX_MOST_ROWS = 20_000

/**
 * Packing takes seconds of CPU, so it happens in a thread of its own, from the rows as lines of JSON. Every cell is written as a
 * text, never as a formula; the first row is bold. The program is a text, since the compiled product and the tests load modules
 * in different ways.
 */
const PROGRAM = `
  const { readFileSync, rmSync } = require('node:fs')
  const { parentPort, workerData } = require('node:worker_threads')
  const { library, rows, path } = workerData
  const write = require(library)
  const sheet = readFileSync(rows, 'utf8').trimEnd().split('\\n').map((line, row) =>
    JSON.parse(line).map((value) => (value === '' ? null : { type: String, value, ...(row === 0 && { fontWeight: 'bold' }) })))
  ;(write.default ?? write)(sheet, { stickyRowsCount: 1 }).toFile(path).then(
    () => { rmSync(rows); parentPort.postMessage('written') },
    (error) => { throw error },
  )
`

/** An xlsx file of text cells. */
export async function openXlsx(path: string): Promise<RowFile> {
  const rows = `${path}.rows`
  const file = await open(rows, 'w')
  return {
    async add(more) {
      await file.write(more.map((cells) => `${JSON.stringify(cells)}\n`).join(''))
    },
    async end() {
      await file.close()
      await packed(rows, path)
    },
    close: () => file.close(),
  }
}

function packed(rows: string, path: string): Promise<void> {
  const library = createRequire(import.meta.url).resolve('write-excel-file/node')
  return new Promise((resolve, reject) => {
    const worker = new Worker(PROGRAM, {
      eval: true,
      workerData: { library, rows, path },
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
    })
    worker.once('message', () => resolve())
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`packing ${path} ended with ${code}`)))
  })
}
