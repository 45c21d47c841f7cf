import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { RequestHandler } from 'express'
import type { Language } from '../../domain/text.ts'
import { assets } from './assets.ts'

/** A page of the portal as its server part draws it (web/portal/page.ts). */
export type Drawn =
  | { readonly status: number; readonly title: string; readonly html: string; readonly data: unknown }
  | { readonly redirect: string }

export interface DrawRequest {
  readonly url: string
  readonly language: Language
  readonly person: unknown
  readonly ask: (path: string) => Promise<unknown>
}

/** The built pages: two documents with places to fill, folders of assets, and the portal's server part. */
export interface PageFiles {
  /** By the name of the pages: staff, portal. */
  readonly assets: ReadonlyMap<string, RequestHandler>
  readonly staff: string
  readonly portal: string
  readonly draw: (request: DrawRequest) => Promise<Drawn>
}

/** Where `npm run build` puts the pages, seen from dist/api/pages as from api/pages. */
const FOLDERS = ['../../web/', '../../dist/web/'].map((path) => fileURLToPath(new URL(path, import.meta.url)))

/** The pages as they were built last; null where they have not been built, and the API serves without them. */
export type PagesNow = () => Promise<PageFiles | null>

/** Reads the built pages when they are first asked for, and again when they were built anew. */
export function createPagesNow(): PagesNow {
  let known: { readonly builtAt: number; readonly files: Promise<PageFiles> } | null = null
  return async () => {
    const folder = FOLDERS.find((each) => existsSync(join(each, 'portal-server', 'server.js')))
    if (folder === undefined) return null
    const builtAt = statSync(join(folder, 'portal-server', 'server.js')).mtimeMs
    if (known?.builtAt !== builtAt) known = { builtAt, files: read(folder, builtAt) }
    return known.files
  }
}

async function read(folder: string, builtAt: number): Promise<PageFiles> {
  const server: { draw: PageFiles['draw'] } = await import(`${pathToFileURL(join(folder, 'portal-server', 'server.js')).href}?${builtAt}`)
  return {
    assets: new Map(['staff', 'portal'].map((name) => [name, assets(join(folder, name, 'assets'))])),
    staff: readFileSync(join(folder, 'staff', 'index.html'), 'utf8'),
    portal: readFileSync(join(folder, 'portal', 'index.html'), 'utf8'),
    draw: (request) => server.draw(request),
  }
}
