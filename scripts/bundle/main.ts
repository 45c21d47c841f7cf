import { resolve } from 'node:path'
import { writeWorkflowBundle } from './workflow-bundle.ts'

const [entry, target] = process.argv.slice(2)
if (entry === undefined || target === undefined) throw new Error('usage: main.js ENTRY TARGET')
await writeWorkflowBundle(resolve(entry), resolve(target))
