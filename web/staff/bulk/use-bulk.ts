import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Text } from '../../../domain/text.ts'
import { createPressKeys } from '../../http/press-key.ts'
import { CASE_QUERIES } from '../commands/use-press.ts'
import { client } from '../shell/client.ts'

/** How a press on many stands, as `POST /api/bulk` answers. */
export interface Bulk {
  readonly id: string
  readonly total: number
  readonly finished: boolean
  readonly beyond: boolean
  readonly results: readonly {
    readonly target: string
    readonly number: string
    readonly state: 'waiting' | 'done' | 'refused'
    readonly problem: (Text & { readonly code: string }) | null
  }[]
}

export interface BulkRun {
  readonly bulk: Bulk | null
  readonly isRunning: boolean
  /** Presses; throws the API's Problem where nothing was begun. */
  readonly press: (body: Readonly<Record<string, unknown>>) => Promise<void>
  /** Takes up what was cut off. */
  readonly goOn: () => Promise<void>
}

/** One press on many, part after part until nothing is left; the pages read again what they show. */
export function useBulk(): BulkRun {
  const queries = useQueryClient()
  const keys = useRef(createPressKeys())
  const [bulk, setBulk] = useState<Bulk | null>(null)
  const [isRunning, setRunning] = useState(false)
  const readAgain = (): Promise<unknown> => Promise.all(CASE_QUERIES.map((first) => queries.invalidateQueries({ queryKey: [first] })))
  const toTheEnd = async (from: Bulk): Promise<void> => {
    let now = from
    setBulk(now)
    while (!now.finished) {
      now = await client.ask<Bulk>('POST', `/api/bulk/${now.id}/continuation`, { body: {} })
      setBulk(now)
    }
  }
  const running = async (work: () => Promise<void>): Promise<void> => {
    setRunning(true)
    try {
      await work()
    } finally {
      setRunning(false)
      await readAgain()
    }
  }
  return {
    bulk,
    isRunning,
    press: (body) =>
      running(async () => {
        const begun = await client.ask<Bulk>('POST', '/api/bulk', { body, key: keys.current.keyFor(body) })
        keys.current.accepted()
        await toTheEnd(begun).catch(() => {})
      }),
    goOn: () => running(async () => (bulk === null ? undefined : toTheEnd(bulk).catch(() => {}))),
  }
}
