import type { Request } from 'express'
import { checkOrigin } from '../http/origin.ts'
import { problem } from '../problems/problem.ts'
import { tokenOf } from '../sessions/cookie.ts'

/** A header that no form and, without being asked first, no script of another page can send. */
const OWN_HEADER = 'x-hongyan'

/**
 * Multipart is a type that forms of foreign pages can send with our cookie, so an upload must carry a header of ours,
 * and with the cookie the browser's word for where it comes from (docs/files.md).
 */
export function checkUploadRequest(request: Request, publicOrigin: string | null): void {
  if (request.get(OWN_HEADER) !== '1') throw problem('upload-header-missing', { field: 'X-Hongyan' })
  if (tokenOf(request)?.from === 'cookie') {
    if (request.get('origin') === undefined && request.get('sec-fetch-site') === undefined)
      throw problem('foreign-origin', { field: 'Origin' })
    checkOrigin(request, publicOrigin)
  }
  if (!request.is('multipart/form-data')) throw problem('not-multipart', { field: 'Content-Type' })
}
