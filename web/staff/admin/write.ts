import { App } from 'antd'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { createPressKeys } from '../../http/press-key.ts'
import { Problem } from '../../http/problem.ts'
import { client } from '../shell/client.ts'

export interface Writing {
  readonly isBusy: boolean
  /** Sentence of the last refusal, for the form. */
  readonly refusal: string | null
  /** True when it was accepted; then the lists whose keys begin with `things` are asked again. */
  write(method: 'POST' | 'PATCH', path: string, body: object): Promise<boolean>
}

/** One form that writes: its refusals in words, its lists renewed, and a word for who does not see it. */
export function useWriting(things: readonly string[], done: string): Writing {
  const queries = useQueryClient()
  const { message } = App.useApp()
  const keys = useRef(createPressKeys())
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const write: Writing['write'] = async (method, path, body) => {
    setBusy(true)
    setRefusal(null)
    try {
      await client.ask(method, path, { body, key: keys.current.keyFor({ path, body }) })
      keys.current.accepted()
      await Promise.all(things.map((thing) => queries.invalidateQueries({ queryKey: [thing] })))
      void message.success(done)
      return true
    } catch (error) {
      setRefusal(
        error instanceof Problem && error.field !== null
          ? `${error.message}（${error.field}）`
          : String(error instanceof Error ? error.message : error),
      )
      return false
    } finally {
      setBusy(false)
    }
  }
  return { isBusy, refusal, write }
}
