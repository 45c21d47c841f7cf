import { inflateRawSync } from 'node:zlib'

const END_SIGNATURE = 0x06054b50
const ENTRY_SIGNATURE = 0x02014b50
const LOCAL_SIGNATURE = 0x04034b50
const STORED = 0
const DEFLATED = 8

/**
 * The bytes of one member of a zip archive (a Python wheel is one). Reads the
 * central directory, so archives written as a stream are fine; zip64 and
 * encryption are not. Throws when the member is missing.
 */
export function zipMember(archive: Buffer, name: string): Buffer {
  const entry = centralEntries(archive).find((one) => one.name === name)
  if (!entry) throw new Error(`zip archive has no member ${name}`)
  const at = entry.offset
  if (archive.readUInt32LE(at) !== LOCAL_SIGNATURE) throw new Error(`zip member ${name}: bad header at byte ${at}`)
  const start = at + 30 + archive.readUInt16LE(at + 26) + archive.readUInt16LE(at + 28)
  const packed = archive.subarray(start, start + entry.packedBytes)
  if (entry.method === STORED) return packed
  if (entry.method === DEFLATED) return inflateRawSync(packed)
  throw new Error(`zip member ${name}: method ${entry.method} is not known`)
}

interface Entry {
  name: string
  method: number
  packedBytes: number
  offset: number
}

function centralEntries(archive: Buffer): Entry[] {
  let end = archive.length - 22
  while (end >= 0 && archive.readUInt32LE(end) !== END_SIGNATURE) end -= 1
  if (end < 0) throw new Error('not a zip archive: no end record')
  const entries: Entry[] = []
  let at = archive.readUInt32LE(end + 16)
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (archive.readUInt32LE(at) !== ENTRY_SIGNATURE) throw new Error(`not a zip archive: bad entry at byte ${at}`)
    const nameBytes = archive.readUInt16LE(at + 28)
    entries.push({
      name: archive.toString('utf8', at + 46, at + 46 + nameBytes),
      method: archive.readUInt16LE(at + 10),
      packedBytes: archive.readUInt32LE(at + 20),
      offset: archive.readUInt32LE(at + 42),
    })
    at += 46 + nameBytes + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  }
  return entries
}
