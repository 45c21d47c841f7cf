import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { setTimeout as wait } from 'node:timers/promises'
import { MockActivityEnvironment } from '@temporalio/testing'
import { createDrainOutbox } from '../../activities/mail/drain-outbox.ts'
import { createMailer } from '../../activities/mail/mailer.ts'
import { COMPOSE } from './compose-deps.ts'
import { MemoryOutbox } from './memory-outbox.ts'
import { aRow } from './rows.ts'
import { scriptedSmtp, type ScriptedSmtp } from './scripted-smtp.ts'

let server: ScriptedSmtp
beforeEach(async () => {
  server = await scriptedSmtp(() => null)
})
afterEach(() => server.stop())

describe('the postman as an activity', () => {
  it('beats while it drains, and ends as cancelled when the worker stops', async () => {
    const outbox = new MemoryOutbox()
    const row = outbox.put(aRow())
    const environment = new MockActivityEnvironment()
    let beats = 0
    environment.on('heartbeat', () => {
      beats += 1
    })
    const openMailer = () => createMailer({ smtpUrl: server.url })
    const { drainOutbox } = createDrainOutbox({
      ...COMPOSE,
      outbox,
      openMailer,
      caseNow: Date.now,
      realNow: Date.now,
      warn: () => undefined,
    })
    const running = environment.run(drainOutbox)
    running.catch(() => undefined)
    await wait(2_300)
    expect(row.status).toBe('accepted')
    expect(beats).toBe(1)
    environment.cancel('WORKER_SHUTDOWN')
    await expect(running).rejects.toThrow('WORKER_SHUTDOWN')
  })
})
