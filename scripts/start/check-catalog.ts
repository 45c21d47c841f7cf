import { join } from 'node:path'
import { loadCatalog } from '../../catalog/loader/load-catalog.ts'
import { loadNoticeTemplates } from '../../catalog/loader/notices.ts'

/**
 * Reads the whole catalogue (`HONGYAN_CATALOG`, else the one of the release)
 * before anything is started, so that what an office wrote wrongly is told at
 * once. Throws the loader's error, which lists file, line and rule of each fault.
 */
export function checkCatalog(env: NodeJS.ProcessEnv, dist: string): void {
  const folder = env.HONGYAN_CATALOG || join(dist, 'catalog')
  loadCatalog(folder)
  loadNoticeTemplates(folder)
}
