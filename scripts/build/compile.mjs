import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { ROOT } from './root.mjs'
import { filesUnder, whenChanged } from './stamp.mjs'
import { runNode } from './tool.mjs'

const DIST = join(ROOT, 'dist')
const FOLDERS = ['domain', 'workflows', 'activities', 'api', 'prisma', 'catalog', 'scripts', 'bench']
const BUNDLE = 'workflow-bundle.js'

/**
 * Emits dist/ from the sources when they changed: JavaScript by `tsc` without
 * checking (that is `npm run check`), and the data files that lie beside the
 * sources, so that a file is found by the same relative path from a source and
 * from its output. What no longer has a source is removed; dist/web is that of the pages.
 */
export function ensureCompiled() {
  const sources = filesUnder([...FOLDERS, 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'])
  whenChanged('compile', sources, join(DIST, 'package.json'), () => {
    const output = runNode('tsc', ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--listEmittedFiles'])
    const emitted = [...output.matchAll(/^TSFILE:\s*(.+)$/gm)].map((match) => relative(DIST, resolve(ROOT, match[1].trim())))
    const data = sources.filter((file) => !/\.(ts|mjs)$/.test(file) && FOLDERS.some((folder) => file.startsWith(join(folder, '/'))))
    for (const file of data) copy(file)
    writeFileSync(join(DIST, 'package.json'), '{ "type": "module" }\n')
    removeOthers(new Set([...emitted, ...data, 'package.json', BUNDLE]))
  })
}

/**
 * Bundles the workflows once for all workers, from the compiled files, when
 * they or the core changed: dist/workflow-bundle.js.
 */
export function ensureWorkflowBundle() {
  const sources = filesUnder(['workflows', 'domain', 'scripts/bundle', 'package-lock.json'])
  if (!sources.includes(join('workflows', 'index.ts'))) return
  whenChanged('workflow-bundle', sources, join(DIST, BUNDLE), () => {
    runNode('workflow bundle', ['dist/scripts/bundle/main.js', 'dist/workflows/index.js', join('dist', BUNDLE)])
  })
}

function copy(file) {
  const target = join(DIST, file)
  mkdirSync(dirname(target), { recursive: true })
  copyFileSync(join(ROOT, file), target)
}

function removeOthers(kept, folder = '') {
  for (const entry of readdirSync(join(DIST, folder), { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (path === 'web') continue
    if (entry.isDirectory()) removeOthers(kept, path)
    else if (!kept.has(path)) rmSync(join(DIST, path))
  }
}
