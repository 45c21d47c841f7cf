import { createDatabase } from '../prisma/database.ts'
import { checkAndRebuild } from './rebuild/check-and-rebuild.ts'
import { NoDatabase, withDatabase } from './rebuild/with-database.ts'

/**
 * npm run rebuild [-- --heads FOLDER]: checks the event log and folds appeal, task, clock and order again.
 * Ends with status 1 and the first broken link where the log does not hold, 2 where there is nothing to check.
 */
const [option, heads] = process.argv.slice(2)
if (option !== undefined && (option !== '--heads' || heads === undefined)) {
  console.error('usage: npm run rebuild [-- --heads FOLDER]')
  process.exit(2)
}

async function rebuild(url: string): Promise<boolean> {
  const db = createDatabase({ url, connections: 2, statementMs: 0 })
  try {
    return await checkAndRebuild(db, {
      heads: heads ?? null,
      say: (line) => console.log(line),
      progress: (cases) => {
        if (process.stderr.isTTY) process.stderr.write(`\r${cases} `)
      },
    })
  } finally {
    await db.$disconnect()
  }
}

try {
  process.exitCode = (await withDatabase(process.env, rebuild)) ? 0 : 1
} catch (error) {
  if (!(error instanceof NoDatabase)) throw error
  console.error(error.message)
  process.exitCode = 2
}
