/** @jsxImportSource preact */
import type { VNode } from 'preact'
import { ChooseItem, loadChooseItem } from './file/choose-item.tsx'
import { FilePage, loadFilePage } from './file/file-page.tsx'
import { loadMatter } from './matter/load.ts'
import { MatterPage } from './matter/matter-page.tsx'
import { MyMatters, loadMyMatters } from './my/my-matters.tsx'
import { NotFound } from './parts/not-found.tsx'
import type { PageData, PageRequest } from './page.ts'
import { loadProfile, Profile } from './profile/profile.tsx'
import { SignIn, loadSignIn } from './sign-in/sign-in.tsx'

/** One page of the portal: how its content is asked for in the server, and how it is drawn on both sides. */
export interface PortalPage {
  readonly name: string
  readonly path: RegExp
  /** Pages of an expert send everybody else to the sign-in. */
  readonly needsExpert: boolean
  readonly load: (request: PageRequest, params: Readonly<Record<string, string>>) => Promise<unknown>
  readonly draw: (data: PageData) => VNode
}

export const PAGES: readonly PortalPage[] = [
  { name: 'sign-in', path: /^\/sign-in$/, needsExpert: false, load: loadSignIn, draw: (data) => <SignIn data={data} /> },
  { name: 'my', path: /^\/my$/, needsExpert: true, load: loadMyMatters, draw: (data) => <MyMatters data={data} /> },
  { name: 'matter', path: /^\/my\/appeals\/[\w.-]+$/, needsExpert: true, load: loadMatter, draw: (data) => <MatterPage data={data} /> },
  { name: 'profile', path: /^\/my\/profile$/, needsExpert: true, load: loadProfile, draw: (data) => <Profile data={data} /> },
  { name: 'choose-item', path: /^\/my\/new$/, needsExpert: true, load: loadChooseItem, draw: (data) => <ChooseItem data={data} /> },
  { name: 'file', path: /^\/my\/new\/[\w.-]+$/, needsExpert: true, load: loadFilePage, draw: (data) => <FilePage data={data} /> },
]

export const NOT_FOUND: PortalPage = {
  name: 'not-found',
  path: /^/,
  needsExpert: false,
  load: () => Promise.resolve(null),
  draw: (data) => <NotFound data={data} />,
}

export function pageNamed(name: string): PortalPage {
  return PAGES.find((page) => page.name === name) ?? NOT_FOUND
}
