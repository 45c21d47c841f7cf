type Listener = () => void

const listeners = new Set<Listener>()

/** Tells the frame that the session ended while a page was open: the page stays, and a dialog over it asks to sign in again. */
export const signedOut = {
  ended(): void {
    for (const listener of listeners) listener()
  },
  subscribe(listener: Listener): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}
