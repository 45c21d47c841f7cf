/** The addresses of a running system. */
export interface Addresses {
  web: string
  /** the page of the built-in inbox, where it is in use */
  mail: string | undefined
  temporal: string
  database: string
}
