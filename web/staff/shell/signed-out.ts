type Listener = () => void

const listeners = new Set<Listener>()
let hasBegun = false
let isOut = false

function change(next: boolean): void {
  isOut = next
  for (const listener of listeners) listener()
}

/** Whether the session ended while a page was open: the page stays, and a dialog over it asks to sign in again. */
export const signedOut = {
  is: (): boolean => isOut,
  /** Somebody is signed in; what ends from now on ends under an open page. */
  begin(): void {
    hasBegun = true
  },
  ended(): void {
    if (hasBegun) change(true)
  },
  over(): void {
    change(false)
  },
  subscribe(listener: Listener): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}
