/**
 * Gives every style sheet that a script makes the nonce of this document, before anything is drawn: the
 * component library measures scroll bars and locks the page behind a dialog by sheets of its own, and the
 * policy of the pages refuses those without a nonce. Scripts are our own files only.
 */
export function giveStylesNonce(nonce: string): void {
  const create = document.createElement.bind(document)
  const withNonce = (name: string, options?: ElementCreationOptions): HTMLElement => {
    const element = create(name, options)
    if (element instanceof HTMLStyleElement) element.nonce = nonce
    return element
  }
  Object.defineProperty(document, 'createElement', { value: withNonce })
}
