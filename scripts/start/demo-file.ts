import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { Addresses } from './addresses.ts'

/**
 * Puts the addresses of this start into demo.json, which scripts read and the
 * seeding wrote at the first start; ports may be others each time. Nothing
 * happens where there is no demo.
 */
export function refreshDemoFile(file: string, addresses: Addresses): void {
  if (!existsSync(file)) return
  const demo: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (typeof demo !== 'object' || demo === null) throw new Error(`${file} holds no object`)
  const own = { baseUrl: addresses.web, mailUrl: addresses.mail ?? null, temporalAddress: addresses.temporal }
  writeFileSync(`${file}.new`, `${JSON.stringify({ ...demo, ...own }, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}
