import type { Route } from '../route.ts'
import { getItem } from './items/get-item.ts'
import { getItems } from './items/get-items.ts'
import { deleteSession } from './sessions/delete-session.ts'
import { getMe } from './sessions/get-me.ts'
import { postSessions } from './sessions/post-sessions.ts'
import { postSignInCodes } from './sessions/post-sign-in-codes.ts'

/** Every route of the API, one line each: what Express, the OpenAPI document and the access test read. */
export const routes: readonly Route[] = [
  postSessions, deleteSession, getMe, postSignInCodes,
  getItems, getItem,
]
