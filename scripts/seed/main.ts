import { join } from 'node:path'
import { loadCatalog } from '../../catalog/loader/load-catalog.ts'
import { createDatabase } from '../../prisma/database.ts'
import { doneSteps } from './done-steps.ts'
import { seedDemo } from './seed-demo.ts'
import { createCaseTeller } from './tell-cases.ts'

/**
 * Brings the demo in through the running API (npm start calls it at the first start): people, demo.json and
 * forty appeals. May be repeated: what is there stays, what is missing is added.
 */
const env = process.env
const required = (name: string): string => {
  const value = env[name]
  if (!value) throw new Error(`setting ${name} is missing`)
  return value
}

const database = createDatabase({ url: required('DATABASE_URL'), connections: 6 })
const cases = createCaseTeller(database, required('TEMPORAL_ADDRESS'), env.TEMPORAL_NAMESPACE || 'default')
const caught = env.HONGYAN_MAIL_CATCHER === 'on'
const baseUrl = `http://127.0.0.1:${required('PORT')}`
try {
  await seedDemo({
    database,
    catalog: loadCatalog(env.HONGYAN_CATALOG || join(import.meta.dirname, '..', '..', 'catalog')),
    addresses: { baseUrl, mailUrl: caught ? `${baseUrl}/dev/mail` : null, temporalAddress: required('TEMPORAL_ADDRESS') },
    demoFile: join(required('HONGYAN_DATA'), 'demo.json'),
    over: doneSteps(join(required('HONGYAN_DATA'), 'run', 'seeded-steps')),
    tell: cases.tell,
    speed: Number(env.HONGYAN_SPEED || 1),
    output: process.stdout,
  })
} finally {
  await Promise.all([cases.close(), database.$disconnect()])
}
