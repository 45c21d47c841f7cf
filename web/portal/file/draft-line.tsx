/** @jsxImportSource preact */
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { Language } from '../../../domain/text.ts'
import { client } from '../client.ts'
import { Confirm } from '../parts/confirm.tsx'
import { whenWords } from '../parts/when.ts'
import { texts } from './texts.ts'
import type { SaveState } from './use-draft.ts'

interface Props {
  readonly language: Language
  readonly item: string
  readonly state: SaveState
  readonly onDiscarded: () => void
}

/** Whether the draft is kept, and how to give it up. */
export function DraftLine({ language, item, state, onDiscarded }: Props): VNode {
  const t = texts[language]
  const [isAsking, setAsking] = useState(false)
  const discard = async (): Promise<void> => {
    onDiscarded()
    await client(language).ask('DELETE', `/api/drafts/${item}`)
    location.assign('/my/new')
  }
  return (
    <div class="row quiet">
      <span role="status">{wordsOf(state, language)}</span>
      {state.kind === 'saved' && (
        <button type="button" class="link" onClick={() => setAsking(true)}>
          {t.discard}
        </button>
      )}
      {isAsking && (
        <Confirm question={t.discardSure} yes={t.discard} no={t.keep} onYes={() => void discard()} onNo={() => setAsking(false)} />
      )}
    </div>
  )
}

function wordsOf(state: SaveState, language: Language): string {
  const t = texts[language]
  switch (state.kind) {
    case 'none':
      return t.notSaved
    case 'saving':
      return t.saving
    case 'failed':
      return t.saveFailed
    case 'saved':
      return t.savedAt(whenWords(state.at, language))
  }
}
