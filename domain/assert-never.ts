/** Ends a switch over a union: reaching it is a bug, never a refusal. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`)
}
