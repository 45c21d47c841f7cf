import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import { bundleWorkflowCode } from '@temporalio/worker'

const silent = () => undefined
/** webpack's progress says nothing an office needs; its failures are thrown. */
const QUIET = { log: silent, trace: silent, debug: silent, info: silent, warn: console.warn, error: console.error }

/**
 * Bundles the workflows that `entry` (an absolute path, `.ts` or `.js`) exports
 * into the file `target`, which appears whole or not at all.
 */
export async function writeWorkflowBundle(entry: string, target: string): Promise<void> {
  const preload = join(dirname(entry), `preload${extname(entry)}`)
  const { code } = await bundleWorkflowCode({ workflowsPath: entry, preloadModules: [preload], logger: QUIET })
  await mkdir(dirname(target), { recursive: true })
  const draft = `${target}.${process.pid}.part`
  await writeFile(draft, code)
  await rename(draft, target)
}
