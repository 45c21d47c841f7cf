/** What a key does in the workbench. */
export type KeyDeed = 'down' | 'up' | 'open' | 'claim' | 'return' | 'hand-over' | 'search' | 'help'

export const KEYS: Readonly<Record<string, KeyDeed>> = {
  j: 'down',
  k: 'up',
  o: 'open',
  c: 'claim',
  r: 'return',
  h: 'hand-over',
  '/': 'search',
  '?': 'help',
}

/** The command a key gives to the task at hand. */
export const COMMAND_OF: Readonly<Partial<Record<KeyDeed, string>>> = {
  claim: 'ClaimTask',
  return: 'ReturnTask',
  'hand-over': 'TransferTask',
}

interface Pressed {
  readonly key: string
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

/** Null where the press is no key of the workbench: with a modifier, or while something is typed. */
export function deedOf({ key, altKey, ctrlKey, metaKey }: Pressed, isTyping: boolean): KeyDeed | null {
  if (isTyping || altKey || ctrlKey || metaKey) return null
  return Object.hasOwn(KEYS, key) ? (KEYS[key] ?? null) : null
}

const KEPT_AS = 'hongyan-keys'

/** Whether the person uses the keys; kept in the browser, on until they are put off. */
export function keysAreOn(storage: { getItem(name: string): string | null }): boolean {
  return storage.getItem(KEPT_AS) !== 'off'
}

export function keepKeys(storage: { setItem(name: string, value: string): void }, on: boolean): void {
  storage.setItem(KEPT_AS, on ? 'on' : 'off')
}
