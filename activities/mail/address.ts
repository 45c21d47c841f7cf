import { oneLine } from '../../domain/notices/view.ts'

/** An address as nodemailer takes it: never one string, so that a name can never become a second recipient. */
export interface MailAddress {
  readonly name: string
  readonly address: string
}

const ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
const LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?'
const ADDRESS = new RegExp(`^${ATOM}(?:\\.${ATOM})*@${LABEL}(?:\\.${LABEL})+$`)
const MAX_ADDRESS = 254
const MAX_LOCAL_PART = 64
const MAX_NAME = 100

/**
 * The recipient of one mail, or null where the address is none that one mail may go to. Only plain
 * ASCII addresses with a dotted domain are taken as they are; nothing is trimmed or normalised, since a
 * full-width sign or a second address must not turn into something that can be sent to.
 * A domain in another script is stored in its `xn--` form. Control characters in a name become spaces.
 */
export function mailAddress(name: string, address: string): MailAddress | null {
  if (address.length > MAX_ADDRESS || !ADDRESS.test(address) || address.indexOf('@') > MAX_LOCAL_PART) return null
  return { name: Array.from(oneLine(name)).slice(0, MAX_NAME).join(''), address }
}
