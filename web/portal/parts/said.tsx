/** @jsxImportSource preact */
import type { VNode } from 'preact'

/** What went wrong with a press; read out when it appears. */
export function Said({ sentence }: { readonly sentence: string | null }): VNode {
  return (
    <div role="alert">
      {sentence !== null && (
        <p class="bad">
          <span aria-hidden="true">⚠ </span>
          {sentence}
        </p>
      )}
    </div>
  )
}
