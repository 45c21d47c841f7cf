import { createDatabase } from '../prisma/database.ts'
import { checkAndRebuild } from './rebuild/check-and-rebuild.ts'
import { withDatabase } from './rebuild/with-database.ts'

/**
 * npm run rebuild [-- --heads FOLDER]: checks the event log and folds appeal, task, clock and order again.
 * Ends with status 1 and the first broken link where the log does not hold.
 */
const [option, heads] = process.argv.slice(2)
if (option !== undefined && (option !== '--heads' || heads === undefined)) {
  console.error('usage: npm run rebuild [-- --heads FOLDER]')
  process.exit(2)
}

const good = await withDatabase(process.env, async (url) => {
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
})
process.exitCode = good ? 0 : 1
