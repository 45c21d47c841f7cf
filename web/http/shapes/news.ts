/** One piece of news of the stream: that something changed, never what it is about (api/live/news-for.ts). */
export type News =
  | { readonly kind: 'appeal'; readonly number: string; readonly seq?: number; readonly tasks?: readonly string[] }
  | { readonly kind: 'presence'; readonly tasks: readonly string[] }
  | { readonly kind: 'person' | 'offices' | 'rules' }

/** What a page hears: news; that it reads everything anew; how case time runs; that its session has ended. */
export type Signal =
  | { readonly kind: 'news'; readonly news: News }
  | { readonly kind: 'again' }
  | { readonly kind: 'time'; readonly caseNow: string; readonly speed: number }
  | { readonly kind: 'ended' }
