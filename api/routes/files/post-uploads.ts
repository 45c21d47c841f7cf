import { rolesFor } from '../../commands/allow.ts'
import { takeUpload } from '../../files/take-upload.ts'
import { checkUploadRequest } from '../../files/upload-request.ts'
import { answer, defineRoute } from '../../route.ts'
import { uploadSchema } from '../../schemas/file.ts'
import { nothing } from '../../schemas/input.ts'
import { uploadView } from '../../views/file-view.ts'

/** A file for a filing to come: its id is named in the filing's materials. */
export const postUploads = defineRoute({
  method: 'post',
  path: '/api/uploads',
  tag: 'files',
  summary: { zh: '上传材料（提交前）', en: 'Upload a file before filing' },
  allow: rolesFor('FileAppeal'),
  audit: 'write',
  key: 'optional',
  upload: true,
  params: nothing,
  query: nothing,
  body: nothing,
  answers: { 201: uploadSchema },
  handler: async (call) => {
    checkUploadRequest(call.request, call.deps.settings.publicOrigin)
    return answer(201, uploadView(await takeUpload(call, null)))
  },
})
