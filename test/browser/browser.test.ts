import { afterAll, afterEach, beforeAll, describe, jest } from '@jest/globals'
import { findChromium, NO_CHROMIUM } from './chromium.ts'
import { openStage, type Stage } from './stage.ts'
import { clerkStories } from './stories/clerk.ts'
import { everyPage } from './stories/every-page.ts'
import { expertStories } from './stories/expert.ts'

const START_MS = 500_000
const STORY_MS = 400_000

const chromium = findChromium(process.env)
if (chromium === null) process.stderr.write(NO_CHROMIUM)
const told = chromium === null ? describe.skip : describe

jest.retryTimes(2, { logErrorsBeforeRetry: true })
jest.setTimeout(STORY_MS)

told('in a real browser', () => {
  let opened: Stage | undefined
  const stage = (): Stage => {
    if (opened === undefined) throw new Error('no demo runs')
    return opened
  }
  beforeAll(async () => {
    opened = await openStage(chromium ?? '')
  }, START_MS)
  afterEach(async () => opened?.clear())
  afterAll(async () => opened?.end())

  clerkStories(stage)
  expertStories(stage)
  everyPage(stage)
})
