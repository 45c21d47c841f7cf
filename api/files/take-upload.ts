import { randomUUID } from 'node:crypto'
import type { Request } from 'express'
import type { ArrivedFile } from '../../prisma/files/file-bytes.ts'
import type { MaterialFile, NewFile } from '../../prisma/stores/material-file-store.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problems/problem.ts'
import type { Person } from '../sessions/person.ts'
import { FILE_LIMITS } from './file-limits.ts'
import { type FileKind, fileKind, KIND_NAMES } from './file-kinds.ts'
import { shownName } from './file-name.ts'
import { BYTES_PER_MB, receiveFile } from './receive-file.ts'

/** Days (real time) that an upload waits to be filed. */
export const UNFILED_DAYS = 7
/** A phone in a lift may be silent for so long. */
const IDLE_MS = 30_000
const DAY_MS = 86_400_000

interface Upload {
  readonly deps: Deps
  readonly person: Person
  readonly request: Request
  /** Case time. */
  readonly at: number
  readonly key: string
}

/**
 * Takes in the one file of a request, for a material of an appeal or, where `place` is null, for a filing to come. The
 * row is written first, then the bytes; they are looked at, and only then named: what breaks off before that is
 * nowhere to be seen, and is cleaned up here or by housekeeping. The same key with the same file is the same upload.
 */
export async function takeUpload({ deps, person, request, at, key }: Upload, place: NewFile['place']): Promise<MaterialFile> {
  const row: NewFile = { id: randomUUID(), place, owner: { kind: person.kind, id: person.id }, key, at }
  if ((await deps.materialFiles.begin(row, FILE_LIMITS)) === 'full') throw tooMany()
  try {
    const limits = { maxBytes: deps.settings.uploadMaxMb * BYTES_PER_MB, idleMs: IDLE_MS }
    const { file, givenName } = await receiveFile(request, limits, (source) => deps.fileBytes.take(row.id, source))
    const kind = await keptIfTaken(file)
    const { size, sha256 } = file
    const until = place === null ? deps.realNow() + UNFILED_DAYS * DAY_MS : null
    const finished = await deps.materialFiles.finish(row, { size, sha256, name: shownName(givenName, kind), type: kind.type }, until)
    if (finished.kind !== 'stored') await deps.fileBytes.remove(row.id)
    if (finished.kind === 'conflict') throw problem('key-reused', { field: 'Idempotency-Key' })
    return finished.file
  } catch (error) {
    // What cannot be cleaned up now is found by housekeeping; the client is told of the first fault.
    await deps.materialFiles.giveUp(row.id).catch((also: unknown) => deps.log.warn({ err: also }, 'an upload that failed left its row'))
    throw error
  }
}

/** Holds the bytes against the kinds that are taken, and keeps or drops them. */
async function keptIfTaken(file: ArrivedFile): Promise<FileKind> {
  try {
    if (file.size === 0) throw problem('file-empty', { field: 'file' })
    const kind = await fileKind(file)
    if (kind === null) throw problem('file-kind', { field: 'file', params: { kinds: KIND_NAMES } })
    await file.keep()
    return kind
  } catch (error) {
    await file.drop()
    throw error
  }
}

function tooMany(): Error {
  const { ofMaterial, ofAppeal, unfiled } = FILE_LIMITS
  return problem('too-many-files', { params: { ofMaterial: String(ofMaterial), ofAppeal: String(ofAppeal), unfiled: String(unfiled) } })
}
