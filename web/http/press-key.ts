/** Idempotency-Keys of one button: the same for every try of one press, so that a double tap or a repeat after a cut counts once. */
export interface PressKeys {
  /** The key for this body: that of the try before while the body is the same and no try was accepted. */
  keyFor(body: unknown): string
  /** The press was accepted; the next one is another. */
  accepted(): void
}

export function createPressKeys(newKey: () => string = randomKey): PressKeys {
  let last: { readonly body: string; readonly key: string } | null = null
  return {
    keyFor(body) {
      const text = JSON.stringify(body)
      if (last?.body !== text) last = { body: text, key: newKey() }
      return last.key
    },
    accepted() {
      last = null
    },
  }
}

/** 32 hexadecimal digits. Not randomUUID: that is missing where a page came over plain HTTP. */
export function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
