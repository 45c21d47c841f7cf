import type { Readable } from 'node:stream'

export interface WrittenFile {
  readonly size: number
  /** sha256 of the bytes in hexadecimal. */
  readonly sha256: string
}

/** Bytes that are on their way in: durable, not yet to be opened by their id. */
export interface ArrivedFile extends WrittenFile {
  /** Reads so many bytes from there; fewer at the end of the file. For looking at what the file is. */
  read(position: number, length: number): Promise<Uint8Array>
  /** From now on the file can be opened by its id. */
  keep(): Promise<void>
  /** Gives the bytes up. */
  drop(): Promise<void>
}

/**
 * Where the bytes of files lie, under ids of our own (uuid). A folder (file-folder.ts), or whatever stands in for one;
 * rights, names and types are rows of material_file.
 */
export interface FileBytes {
  /** Takes in a stream to its end; nothing stays behind where it breaks off. Throws StorageFullError where there is no room. */
  take(id: string, source: AsyncIterable<Uint8Array>): Promise<ArrivedFile>
  /** The bytes of a kept file; throws where there is none. */
  open(id: string): Promise<Readable>
  /** Takes away what there is of the file, kept or not; no error where there is nothing. */
  remove(id: string): Promise<void>
}

/** There is no room for more bytes. */
export class StorageFullError extends Error {
  constructor(cause: unknown) {
    super('the place where files are kept is full', { cause })
    this.name = 'StorageFullError'
  }
}
