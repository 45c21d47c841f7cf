/** A failure that is told to the person at the terminal, in both languages and without a stack. */
export class ToldError extends Error {
  override readonly name = 'ToldError'

  constructor(zh: string, en: string) {
    super(`${zh}\n${en}`)
  }
}
