import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { Problem } from '../../../http/problem.ts'
import type { LineProblem } from '../../../http/shapes/admin-item.ts'
import type { Change, ChangePreview } from '../../../http/shapes/change.ts'
import { client } from '../../shell/client.ts'
import { addPreviews } from './add-previews.ts'
import { lineProblems } from './lines.ts'

export type ChangeKind = 'calendars' | 'items'

export interface ChangeDesk {
  readonly preview: ChangePreview | null
  readonly problems: readonly LineProblem[]
  /** A refusal that names no line. */
  readonly refusal: string | null
  readonly isBusy: boolean
  readonly counted: number
  look(text: string): Promise<void>
  /** The run that moves open appeals; `kept` where they keep their version. */
  confirm(text: string, reason: string, moveRunning: boolean): Promise<Change | 'kept' | null>
  /** What was seen holds no more, since the text changed. */
  forget(): void
}

/** Looking at the effect of a file part by part, and putting it into force. */
export function useChange(kind: ChangeKind): ChangeDesk {
  const queries = useQueryClient()
  const [preview, setPreview] = useState<ChangePreview | null>(null)
  const [problems, setProblems] = useState<readonly LineProblem[]>([])
  const [refusal, setRefusal] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [counted, setCounted] = useState(0)
  const turn = useRef(0)

  const forget = (): void => {
    turn.current += 1
    setPreview(null)
    setProblems([])
    setRefusal(null)
    setBusy(false)
  }
  const failed = (error: unknown): void => {
    const found = error instanceof Problem ? lineProblems(error) : []
    setProblems(found)
    setRefusal(found.length > 0 ? null : error instanceof Error ? error.message : String(error))
  }
  const look = async (text: string): Promise<void> => {
    forget()
    const mine = turn.current
    setBusy(true)
    setCounted(0)
    try {
      let sum: ChangePreview | null = null
      let after: string | null = null
      do {
        const body: object = { text, ...(after === null ? {} : { after }) }
        const part: ChangePreview = await client.ask<ChangePreview>('POST', `/api/admin/${kind}/preview`, { body })
        if (mine !== turn.current) return
        sum = sum === null ? part : addPreviews(sum, part)
        after = part.next
        setCounted(sum.appeals)
      } while (after !== null)
      setPreview(sum)
    } catch (error) {
      if (mine === turn.current) failed(error)
    } finally {
      if (mine === turn.current) setBusy(false)
    }
  }
  const confirm = async (text: string, reason: string, moveRunning: boolean): Promise<Change | 'kept' | null> => {
    if (preview === null) return null
    setBusy(true)
    try {
      const body = { text, reason, preview: preview.digest, ...(kind === 'items' && { moveRunning }) }
      const told = await client.ask<Change | { readonly item: string }>('POST', `/api/admin/${kind}/imports`, { body })
      await Promise.all([queries.invalidateQueries({ queryKey: [kind] }), queries.invalidateQueries({ queryKey: ['changes'] })])
      forget()
      return 'id' in told ? told : 'kept'
    } catch (error) {
      failed(error)
      return null
    } finally {
      setBusy(false)
    }
  }
  return { preview, problems, refusal, isBusy, counted, look, confirm, forget }
}
