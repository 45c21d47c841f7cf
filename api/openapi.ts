import { OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi'
import { z } from 'zod'
import type { RouteConfig } from '@asteasolutions/zod-to-openapi'
import { nothing, octets } from './schemas/input.ts'
import { problemSchema } from './schemas/problem.ts'
import type { Route } from './route.ts'

/** Version of the contract, raised when an answer or a body changes its shape. */
const API_VERSION = '1.0.0'

const PROBLEM = { 'application/problem+json': { schema: problemSchema } }

/** The OpenAPI 3.1 document of the routes: what a route declares is what it says. */
export function openApiDocument(routes: readonly Route[]): object {
  const registry = new OpenAPIRegistry()
  registry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer' })
  registry.registerComponent('securitySchemes', 'cookie', { type: 'apiKey', in: 'cookie', name: 'hongyan_session' })
  for (const route of routes) registry.registerPath(pathOf(route))
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: { title: 'Hongyan 鸿雁', version: API_VERSION, description: 'Appeals of experts, from filing to closing.' },
    servers: [{ url: '/' }],
  })
}

function pathOf(route: Route): RouteConfig {
  const params = objectOf(route.params)
  const query = objectOf(route.query)
  const withBody = route.body !== nothing
  const keyHeader = z.object({ 'Idempotency-Key': route.key === 'required' ? KEY : KEY.optional() })
  return {
    method: route.method,
    path: route.path.replace(/:(\w+)/g, '{$1}'),
    operationId: `${route.method}${route.path.replace(/^\/api/, '').replace(/\W+(\w)/g, (_all, letter: string) => letter.toUpperCase())}`,
    tags: [route.tag],
    summary: route.summary.en,
    description: `${route.summary.zh}${Array.isArray(route.allow) ? `\n\nRoles: ${route.allow.join(', ')}.` : ''}`,
    security: route.allow === 'anyone' ? [] : [{ bearer: [] }, { cookie: [] }],
    request: {
      ...(params === null ? {} : { params }),
      ...(query === null ? {} : { query }),
      ...(route.key === 'none' ? {} : { headers: keyHeader }),
      ...(withBody ? { body: { content: { 'application/json': { schema: route.body } } } } : {}),
      ...(route.upload ? { body: UPLOAD } : {}),
    },
    responses: {
      ...Object.fromEntries(
        Object.entries(route.answers).map(([status, schema]) => [
          status,
          schema === octets
            ? FILE
            : schema instanceof z.ZodUndefined
              ? { description: 'done' }
              : { description: 'the answer', content: { 'application/json': { schema } } },
        ]),
      ),
      default: { description: 'a problem (RFC 9457)', content: PROBLEM },
    },
  }
}

const BINARY = { type: 'string', format: 'binary' } as const
const FILE = { description: 'the file, as an attachment', content: { 'application/octet-stream': { schema: BINARY } } }
const UPLOAD = {
  description: 'one file and nothing else; with the header X-Hongyan: 1',
  content: { 'multipart/form-data': { schema: { type: 'object' as const, properties: { file: BINARY }, required: ['file'] } } },
}

const KEY = z.string().min(1).max(200).meta({ description: 'Names this press; repeated with the same key it has the same effect once.' })

function objectOf(schema: z.ZodType): z.ZodObject | null {
  return schema instanceof z.ZodObject && Object.keys(schema.shape).length > 0 ? schema : null
}
