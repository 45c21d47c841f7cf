import type { Instant } from '../../domain/clocks/types.ts'
import type { DoneSteps } from './done-steps.ts'
import { inParallel } from './in-parallel.ts'
import type { SessionKey, Step, Story } from './story.ts'
import { type DemoOffice, fileStory, keyOf, takeStep } from './take-step.ts'

/** Where the stories play, and who hears of what was done. */
export interface StoryRun {
  readonly office: DemoOffice
  readonly stories: readonly Story[]
  /** Case instant of a session. */
  readonly instantOf: (key: SessionKey) => Instant
  readonly over: DoneSteps
  /** Told of everything that is done or was refused. */
  readonly done: (count: number) => void
  readonly refused: (what: string) => void
}

/** Stories that are worked on at the same time. */
const AT_ONCE = 6

type Action = { readonly story: Story; readonly key: SessionKey; readonly step: Step | null }

/** Case instants at which something happens, ascending. */
export function sessionInstants(stories: readonly Story[], instantOf: StoryRun['instantOf']): Instant[] {
  return [...new Set(actionsOf(stories).map((action) => instantOf(action.key)))].toSorted((a, b) => a - b)
}

/** How many filings and steps there are. */
export function actionCount(stories: readonly Story[]): number {
  return actionsOf(stories).length
}

/**
 * Files and works what the stories have in one session. A step that is refused is told and left out; a story
 * that could not be filed is left out whole. `numbers` keeps the appeals' numbers by story.
 */
export async function holdSession(run: StoryRun, at: Instant, numbers: Map<string, string>): Promise<void> {
  const actions = actionsOf(run.stories).filter((action) => run.instantOf(action.key) === at)
  const stories = [...new Set(actions.map((action) => action.story))]
  await inParallel(stories, AT_ONCE, async (story) => {
    for (const action of actions.filter((each) => each.story === story)) await act(run, action, numbers)
  })
}

async function act(run: StoryRun, { story, step }: Action, numbers: Map<string, string>): Promise<void> {
  const number = numbers.get(story.key)
  if (step !== null && number === undefined) return
  try {
    if (number === undefined || step === null) {
      const filed = await fileStory(run.office, story)
      if (filed.kind === 'filed') numbers.set(story.key, filed.number)
      else run.refused(`${story.key}: ${filed.why}`)
    } else if (!run.over.has(keyOf(story, step))) {
      const taken = await takeStep(run.office, story, number, step)
      run.over.add(keyOf(story, step))
      if (taken.kind === 'refused') run.refused(`${story.key} ${number} ${step.do}: ${taken.why}`)
    }
  } catch (error) {
    run.refused(`${story.key} ${step?.do ?? 'filing'}: ${error instanceof Error ? error.message : String(error)}`)
  }
  run.done(1)
}

function actionsOf(stories: readonly Story[]): Action[] {
  return stories.flatMap((story) => [
    { story, key: story.filed, step: null },
    ...story.steps.map((step) => ({ story, key: step.on, step })),
  ])
}
