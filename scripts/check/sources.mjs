// Prints what the rules of the house find in the sources; exit code 1 when there is something.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../build/root.mjs'
import { filesUnder } from '../build/stamp.mjs'
import { readmeProblems } from './readmes.mjs'
import { sourceProblems } from './source-rules.mjs'

const FOLDERS = ['domain', 'workflows', 'activities', 'api', 'prisma', 'catalog', 'web', 'scripts', 'bench', 'test']
const isOurs = (path) => /\.(ts|tsx|mjs)$/.test(path) && !path.startsWith('prisma/generated/') && !path.includes('/node_modules/')

const files = filesUnder(FOLDERS).filter(isOurs)
const problems = [...files.flatMap((path) => sourceProblems(path, readFileSync(join(ROOT, path), 'utf8'))), ...readmeProblems(ROOT)]
for (const { path, line, rule, message } of problems) console.error(`${path}:${line} ${rule}: ${message}`)
process.exitCode = problems.length > 0 ? 1 : 0
