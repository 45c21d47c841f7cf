import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './root.mjs'
import { filesUnder, whenChanged } from './stamp.mjs'
import { runNode } from './tool.mjs'

const PAGES = join(ROOT, 'dist', 'web')

/** Builds the pages (dist/web) when they or the core changed; what they replace stays until the new ones are whole. */
export function ensurePages() {
  const sources = filesUnder(['web', 'domain', 'scripts/build/pages.mjs', 'scripts/build/vite-pages.mjs', 'package-lock.json'])
  whenChanged('pages', sources, join(PAGES, 'portal-server', 'server.js'), () => {
    const fresh = join(ROOT, '.cache', 'web')
    rmSync(fresh, { recursive: true, force: true })
    runNode('pages', ['scripts/build/vite-pages.mjs', fresh], { NODE_ENV: 'production' })
    if (existsSync(PAGES)) rmSync(PAGES, { recursive: true })
    mkdirSync(join(ROOT, 'dist'), { recursive: true })
    renameSync(fresh, PAGES)
  })
}
