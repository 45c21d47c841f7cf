import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { writeWorkflowBundle } from '../../bundle/workflow-bundle.ts'
import { withLock } from '../processes/lock-file.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const PLACE = join(ROOT, '.cache', 'test-services')
const WAIT_MS = 120_000
const HOUR_MS = 3_600_000

/**
 * The workflows bundled from their sources, for `Worker.create({ workflowBundle })`;
 * made once for all test files and kept until a source of workflows/ or domain/ changes.
 */
export async function workflowBundleForTests(): Promise<{ codePath: string }> {
  const hash = createHash('sha256')
  for (const file of [...(await sources('workflows')), ...(await sources('domain')), join(ROOT, 'package-lock.json')]) {
    hash.update(`\n${file}\n`).update(await readFile(file))
  }
  const codePath = join(PLACE, `workflow-bundle-${hash.digest('hex').slice(0, 16)}.js`)
  await withLock(join(PLACE, 'workflow-bundle.lock'), WAIT_MS, async () => {
    if (existsSync(codePath)) return
    await writeWorkflowBundle(join(ROOT, 'workflows', 'index.ts'), codePath)
    await removeOldBundles()
  })
  return { codePath }
}

/** Those of earlier sources, unless a run that began within the hour may use them. */
async function removeOldBundles(): Promise<void> {
  for (const name of (await readdir(PLACE)).filter((one) => /^workflow-bundle-.*\.js$/.test(one))) {
    const { mtimeMs } = await stat(join(PLACE, name))
    if (Date.now() - mtimeMs > HOUR_MS) await rm(join(PLACE, name))
  }
}

async function sources(folder: string): Promise<string[]> {
  const names = await readdir(join(ROOT, folder), { recursive: true })
  return names
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => join(ROOT, folder, name))
}
