import { z } from 'zod'
import { authorize } from '../../../domain/case/authorize.ts'
import { isRefusal } from '../../../domain/case/index.ts'
import { refuse } from '../../../domain/case/refusal.ts'
import { rolesFor } from '../../commands/allow.ts'
import { openFor } from '../../commands/case-command.ts'
import { takeUpload } from '../../files/take-upload.ts'
import { checkUploadRequest } from '../../files/upload-request.ts'
import { problem, refusalProblem } from '../../problems/problem.ts'
import { answer, defineRoute } from '../../route.ts'
import { materialFileSchema } from '../../schemas/file.ts'
import { code, nothing, reference } from '../../schemas/input.ts'
import { actorOf } from '../../sessions/person.ts'
import { sentFileView } from '../../views/file-view.ts'

/**
 * A file for a material of an open appeal, from whoever may supplement it. The case moves by the supplement alone: the
 * file lies with the appeal at once, and the material counts as provided when the supplement names it.
 */
export const postMaterialFiles = defineRoute({
  method: 'post',
  path: '/api/appeals/:number/materials/:code/files',
  tag: 'files',
  summary: { zh: '上传材料文件', en: 'Upload a file of a material' },
  allow: rolesFor('SupplementAppeal'),
  audit: 'write',
  key: 'optional',
  upload: true,
  params: z.strictObject({ number: reference, code }),
  query: nothing,
  body: nothing,
  answers: { 201: materialFileSchema },
  handler: async (call) => {
    const { deps, person, params, request } = call
    const state = await openFor(deps, call, params.number)
    const right = authorize(state, 'SupplementAppeal', {}, actorOf(person))
    if (isRefusal(right)) throw refusalProblem(right)
    if (state.status !== 'open') throw refusalProblem(refuse(state.status === 'ended' ? 'case-ended' : 'case-not-open'))
    if (!state.start.item.materials.some((material) => material.code === params.code)) throw problem('unknown-material', { field: 'code' })
    checkUploadRequest(request, deps.settings.publicOrigin)
    const file = await takeUpload(call, { caseId: state.start.caseId, material: params.code })
    return answer(201, sentFileView(file, person))
  },
})
