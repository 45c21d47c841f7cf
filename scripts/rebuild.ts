import { createDatabase } from '../prisma/database.ts'
import { verifyChains } from '../prisma/log/chain.ts'
import { firstLostHead } from '../prisma/log/heads.ts'
import { rebuildReadModel } from '../prisma/log/rebuild.ts'

/**
 * npm run rebuild [-- --heads FOLDER]: checks the hash chain of every case (and the heads written outside
 * the database), then drops and folds appeal, task, clock and order again. A broken chain ends it with
 * status 1 and the first broken link, before anything is dropped.
 */
async function main(args: readonly string[]): Promise<number> {
  const url = process.env['DATABASE_URL']
  if (!url) {
    console.error('DATABASE_URL 未设置：请指明要重建的数据库。\nDATABASE_URL is not set: it names the database to rebuild.')
    return 2
  }
  const db = createDatabase({ url, connections: 2, statementMs: 0 })
  try {
    const { cases, events, broken } = await verifyChains(db)
    if (broken !== null) {
      console.error(`broken link: case ${broken.number} (${broken.caseId}), event ${broken.seq}: ${broken.fault}`)
      return 1
    }
    console.log(`chain holds: ${events} events of ${cases} cases`)
    const folder = args[args.indexOf('--heads') + 1]
    if (args.includes('--heads') && folder !== undefined) {
      const lost = await firstLostHead(db, folder)
      if (lost !== null) {
        console.error(`broken link: case ${lost.caseId}, event ${lost.seq} of ${lost.file} is not in the log any more`)
        return 1
      }
      console.log(`heads of ${folder} are all in the log`)
    }
    const rebuilt = await rebuildReadModel(db, (done) => {
      if (process.stdout.isTTY) process.stdout.write(`\rfolded ${done} cases`)
    })
    console.log(`${process.stdout.isTTY ? '\r' : ''}folded ${rebuilt.cases} cases`)
    return 0
  } finally {
    await db.$disconnect()
  }
}

process.exitCode = await main(process.argv.slice(2))
