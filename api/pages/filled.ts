/** A document with its places `__NAME__` filled; what is put in is not read again for places. */
export function filled(document: string, parts: Readonly<Record<string, string>>): string {
  return document.replaceAll(/__([A-Z]+)__/g, (place, name: string) => parts[name] ?? place)
}
