import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { temporalForTests } from '../../scripts/services/for-tests.ts'
import { appealWorkflowId } from '../../workflows/messages.ts'
import { anOffice, type Office } from './fixtures/office.ts'
import { asHistory, asText, decidedOtherwise, type History, prefixOf, replayFault, tasksOf } from './fixtures/replay.ts'
import { STORIES } from './fixtures/stories.ts'

/** One file a recorded run: `<release>-<story>.json`. RECORD_HISTORIES=<release> writes those of that release anew. */
const RECORDED = join(import.meta.dirname, 'histories')
const release = process.env['RECORD_HISTORIES']
let office: Office

beforeAll(async () => {
  office = await anOffice(await temporalForTests())
})
afterAll(async () => {
  await office.end()
})

async function recorded(): Promise<readonly string[]> {
  return (await readdir(RECORDED)).filter((name) => name.endsWith('.json')).sort()
}

async function expectReplays(history: History, workflowId: string): Promise<void> {
  expect(await replayFault(history, workflowId)).toBeNull()
  for (let tasks = 1; tasks < tasksOf(history); tasks += 1) expect(await replayFault(prefixOf(history, tasks), workflowId)).toBeNull()
}

describe('the code of today', () => {
  it.each(Object.entries(STORIES))('replays a case in which %s, and every earlier moment of it', async (name, tell) => {
    const caseId = await tell(office)
    const history = await office.client.workflow.getHandle(appealWorkflowId(caseId)).fetchHistory()
    if (release !== undefined) {
      await mkdir(RECORDED, { recursive: true })
      await writeFile(join(RECORDED, `${release}-${name.replaceAll(/[^a-z]+/g, '-')}.json`), asText(history))
    }
    await expectReplays(asHistory(asText(history)), appealWorkflowId(caseId))
  })

  it('replays every recorded history of every release', async () => {
    const names = await recorded()
    expect(names.length).toBeGreaterThanOrEqual(Object.keys(STORIES).length)
    for (const name of names) {
      const history = asHistory(await readFile(join(RECORDED, name), 'utf8'))
      expect([name, await replayFault(history, 'appeal-recorded')]).toEqual([name, null])
    }
  })

  it('is stopped where its rules decide a running case otherwise than they did, with a sentence that says so', async () => {
    const [name = ''] = await recorded()
    const text = await readFile(join(RECORDED, name), 'utf8')
    expect(await replayFault(decidedOtherwise(asHistory(text)), 'appeal-recorded')).toContain('a rule has changed for a running case')
  })
})
