import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * The folder of this user where downloaded programs are kept, so that several
 * clones share them: `HONGYAN_CACHE`, else `$XDG_CACHE_HOME/hongyan`, else
 * `~/.cache/hongyan`. It may be deleted at any time while nothing runs.
 */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  if (env.HONGYAN_CACHE) return env.HONGYAN_CACHE
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'hongyan')
}
