import { useState } from 'preact/hooks'
import { client } from '../client.ts'
import { useLive } from '../live/use-live.ts'
import type { PageData, PageRequest } from '../page.ts'

/** What a page shows, and how it is asked for anew after something changed. */
export interface LiveContent<T> {
  readonly content: T
  reload(): Promise<void>
}

/** The content the server drew the page from; `reload` asks for the same in the browser, as it does by itself when something changed. */
export function useContent<T>(data: PageData, load: (request: PageRequest) => Promise<T>): LiveContent<T> {
  const [content, setContent] = useState(data.content as T)
  const reload = async (): Promise<void> => {
    const { language, person } = data
    const url = location.pathname + location.search
    setContent(await load({ url, language, person, ask: (path) => client(language).ask('GET', path) }))
  }
  useLive(data.person, reload)
  return { content, reload }
}
