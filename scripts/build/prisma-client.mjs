import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './root.mjs'
import { filesUnder, whenChanged } from './stamp.mjs'
import { runNode } from './tool.mjs'

/**
 * Generates the Prisma client when the schema changed. Nothing is downloaded:
 * the generator needs no engine, and a named one that exists keeps Prisma from
 * fetching its own.
 */
export function ensurePrismaClient() {
  if (!existsSync(join(ROOT, 'prisma', 'schema.prisma'))) return
  const sources = [...filesUnder(['prisma/schema.prisma', 'prisma/schema']), 'package-lock.json']
  const env = { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' }
  whenChanged('prisma-client', sources, join(ROOT, 'prisma', 'generated'), () => {
    runNode('prisma generate', ['node_modules/prisma/build/index.js', 'generate', '--schema', 'prisma/schema.prisma'], env)
  })
}
