import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { createPressKeys } from '../../http/press-key.ts'
import type { Action } from '../../http/shapes/appeal.ts'
import { client } from '../shell/client.ts'

/** First words of the query keys that show appeals and tasks: what is read again after a command. */
export const CASE_QUERIES = ['tasks', 'task', 'appeal', 'appeals', 'board'] as const

/**
 * Presses an action: sends its body under a key that stays the same while the same is tried again, and
 * resolves when the pages have read what they show again. Throws the API's Problem; after a conflict the
 * pages show the present state already.
 */
export function usePress(): (action: Action, body: Readonly<Record<string, unknown>>) => Promise<void> {
  const queries = useQueryClient()
  const keys = useRef(createPressKeys())
  const readAgain = async (): Promise<void> => {
    await Promise.all(CASE_QUERIES.map((first) => queries.invalidateQueries({ queryKey: [first] })))
  }
  return async (action, body) => {
    const key = keys.current.keyFor([action.href, body])
    try {
      await client.ask('POST', action.href, { body, key })
    } catch (error) {
      await readAgain()
      throw error
    }
    keys.current.accepted()
    await readAgain()
  }
}
