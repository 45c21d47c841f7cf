import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { bundleWorkflowCode, DefaultLogger, type WorkflowBundleOption } from '@temporalio/worker'

/** The bundle at `path`, else the one that the build made beside the compiled files; made now where there is none. */
export async function workflowBundle(path: string | null): Promise<WorkflowBundleOption> {
  if (path !== null) return { codePath: path }
  const built = fileURLToPath(new URL('../workflow-bundle.js', import.meta.url))
  if (existsSync(built)) return { codePath: built }
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  const source = (name: string): string => fileURLToPath(new URL(`../workflows/${name}.${extension}`, import.meta.url))
  return await bundleWorkflowCode({
    workflowsPath: source('index'),
    preloadModules: [source('preload')],
    logger: new DefaultLogger('WARN'),
  })
}
