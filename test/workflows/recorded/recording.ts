import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import type { Command } from '../../../domain/case/command.ts'
import type { CaseEvent } from '../../../domain/case/event.ts'
import type { CaseStart } from '../../../domain/case/state.ts'
import { asHistory, asText, type History } from '../fixtures/replay.ts'

/** One appeal as it ran: what it was told, what the rules of that day decided, and what the engine kept of it. */
export interface Recording {
  readonly name: string
  readonly start: CaseStart
  /** Every command and every instant that was due, with the events it led to, in the order of the log. */
  readonly steps: readonly RecordedStep[]
  /** History of the workflow, as text of the engine's JSON form. */
  readonly history: History
}

export interface RecordedStep {
  readonly command: Command
  readonly events: readonly CaseEvent[]
}

/** Everything one release recorded of one item. */
export interface RecordedItem {
  readonly release: string
  readonly item: string
  readonly recordings: readonly Recording[]
}

/** One file an item and release: `<release>-<item>.json.br`. */
const PLACE = join(import.meta.dirname, '..', 'histories', 'items')
const ENDING = '.json.br'

/** The recorded items of every release, by release and item. */
export async function recordedItems(): Promise<readonly RecordedItem[]> {
  const names = (await readdir(PLACE)).filter((name) => name.endsWith(ENDING)).sort()
  return Promise.all(names.map(async (name) => read(await readFile(join(PLACE, name)))))
}

/** Writes the recording of an item, in place of that of the same release. */
export async function writeRecordedItem(recorded: RecordedItem): Promise<void> {
  const recordings = recorded.recordings.map(({ history, ...rest }) => ({
    ...rest,
    history: withPlainPayloads(JSON.parse(asText(history))),
  }))
  const text = Buffer.from(JSON.stringify({ ...recorded, recordings }))
  const { BROTLI_PARAM_LGWIN, BROTLI_MAX_WINDOW_BITS, BROTLI_PARAM_SIZE_HINT, BROTLI_PARAM_QUALITY } = constants
  const params = { [BROTLI_PARAM_QUALITY]: 9, [BROTLI_PARAM_LGWIN]: BROTLI_MAX_WINDOW_BITS, [BROTLI_PARAM_SIZE_HINT]: text.length }
  await writeFile(join(PLACE, `${recorded.release}-${recorded.item}${ENDING}`), brotliCompressSync(text, { params }))
}

function read(file: Buffer): RecordedItem {
  const stored = JSON.parse(brotliDecompressSync(file).toString()) as RecordedItem
  const recordings = stored.recordings.map((each) => ({ ...each, history: asHistory(JSON.stringify(withEncodedPayloads(each.history))) }))
  return { ...stored, recordings }
}

/** Payloads as text, not base64, so that what repeats from one history to the next is stored once. */
function withPlainPayloads(value: unknown): unknown {
  return mapped(value, (payload) => {
    if (typeof payload['data'] !== 'string') return payload
    const { data, ...rest } = payload
    return { ...rest, text: Buffer.from(data, 'base64').toString() }
  })
}

function withEncodedPayloads(value: unknown): unknown {
  return mapped(value, (payload) => {
    if (typeof payload['text'] !== 'string') return payload
    const { text, ...rest } = payload
    return { ...rest, data: Buffer.from(text).toString('base64') }
  })
}

/** The value with every payload in it (an object with metadata) changed. */
function mapped(value: unknown, change: (payload: Readonly<Record<string, unknown>>) => unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => mapped(each, change))
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value)
  if (fields.some(([key]) => key === 'metadata')) return change(Object.fromEntries(fields))
  return Object.fromEntries(fields.map(([key, each]) => [key, mapped(each, change)]))
}
