/** @jsxImportSource preact */
import type { VNode } from 'preact'
import { ChooseItem, loadChooseItem } from './file/choose-item.tsx'
import { FilePage, fileTitle, loadFilePage } from './file/file-page.tsx'
import { texts as fileTexts } from './file/texts.ts'
import { loadMatter } from './matter/load.ts'
import { MatterPage, matterTitle } from './matter/matter-page.tsx'
import { MyMatters, loadMyMatters } from './my/my-matters.tsx'
import { texts as myTexts } from './my/texts.ts'
import { NotFound } from './parts/not-found.tsx'
import type { PageData, PageRequest } from './page.ts'
import { texts } from './parts/texts.ts'
import { loadProfile, Profile } from './profile/profile.tsx'
import { texts as profileTexts } from './profile/texts.ts'
import { SignIn, loadSignIn } from './sign-in/sign-in.tsx'
import { texts as signInTexts } from './sign-in/texts.ts'

/** One page of the portal: how its content is asked for in the server, and how it is drawn on both sides. */
export interface PortalPage {
  readonly name: string
  readonly path: RegExp
  /** Pages of an expert send everybody else to the sign-in. */
  readonly needsExpert: boolean
  readonly load: (request: PageRequest, params: Readonly<Record<string, string>>) => Promise<unknown>
  readonly draw: (data: PageData) => VNode
  /** What the page is called in the browser's list of pages, before the name of the product. */
  readonly title: (data: PageData) => string
}

export const PAGES: readonly PortalPage[] = [
  {
    name: 'sign-in',
    path: /^\/sign-in$/,
    needsExpert: false,
    load: loadSignIn,
    draw: (data) => <SignIn data={data} />,
    title: ({ language }) => signInTexts[language].title,
  },
  {
    name: 'my',
    path: /^\/my$/,
    needsExpert: true,
    load: loadMyMatters,
    draw: (data) => <MyMatters data={data} />,
    title: ({ language }) => myTexts[language].title,
  },
  {
    name: 'matter',
    path: /^\/my\/appeals\/[\w.-]+$/,
    needsExpert: true,
    load: loadMatter,
    draw: (data) => <MatterPage data={data} />,
    title: matterTitle,
  },
  {
    name: 'profile',
    path: /^\/my\/profile$/,
    needsExpert: true,
    load: loadProfile,
    draw: (data) => <Profile data={data} />,
    title: ({ language }) => profileTexts[language].title,
  },
  {
    name: 'choose-item',
    path: /^\/my\/new$/,
    needsExpert: true,
    load: loadChooseItem,
    draw: (data) => <ChooseItem data={data} />,
    title: ({ language }) => fileTexts[language].chooseTitle,
  },
  {
    name: 'file',
    path: /^\/my\/new\/[\w.-]+$/,
    needsExpert: true,
    load: loadFilePage,
    draw: (data) => <FilePage data={data} />,
    title: fileTitle,
  },
]

export const NOT_FOUND: PortalPage = {
  name: 'not-found',
  path: /^/,
  needsExpert: false,
  load: () => Promise.resolve(null),
  draw: (data) => <NotFound data={data} />,
  title: ({ language }) => texts[language].notFound,
}

export function pageNamed(name: string): PortalPage {
  return PAGES.find((page) => page.name === name) ?? NOT_FOUND
}
