import { appendFileSync, existsSync, readFileSync } from 'node:fs'

/** Which steps of the stories are over, kept so that a seeding that was interrupted takes none of them again. */
export interface DoneSteps {
  has(key: string): boolean
  add(key: string): void
}

/** Kept in a file, one key a line. */
export function doneSteps(file: string): DoneSteps {
  const done = new Set(existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [])
  return {
    has: (key) => done.has(key),
    add: (key) => {
      done.add(key)
      appendFileSync(file, `${key}\n`)
    },
  }
}
