import { useEffect, useState } from 'preact/hooks'

/**
 * A text that is being typed, kept in the browser until it was sent, so that neither a reload nor a session
 * that ends loses it. `name` says whose field it is; the tab's storage ends with the tab.
 */
export function useKept(name: string): readonly [text: string, change: (text: string) => void] {
  const [text, setText] = useState('')
  const key = `hongyan:${name}`
  useEffect(() => {
    const kept = read(key)
    if (kept !== null) setText(kept)
  }, [key])
  const change = (next: string): void => {
    setText(next)
    write(key, next)
  }
  return [text, change]
}

function read(key: string): string | null {
  try {
    return sessionStorage.getItem(key)
  } catch {
    return null
  }
}

function write(key: string, text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, text)
  } catch {
    // A browser that keeps nothing: the text stays as long as the page.
  }
}
