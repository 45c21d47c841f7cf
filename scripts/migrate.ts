import { join } from 'node:path'
import { migrate } from './services/migrate.ts'

/** Brings the schema of the database that `DATABASE_URL` names up to date: the job before a release. */
const url = process.env.DATABASE_URL
if (!url) throw new Error('DATABASE_URL must be set')
const applied = await migrate(url, join(import.meta.dirname, '..', 'prisma', 'migrations'))
console.log(applied.length > 0 ? `migrated: ${applied.join(', ')}` : 'migrated: nothing to do')
