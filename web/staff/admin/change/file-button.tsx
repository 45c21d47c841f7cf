import { Button } from 'antd'
import { type ReactNode, useRef } from 'react'

/** Takes the text of a file of this machine; the file itself is sent nowhere. */
export function FileButton({ label, onText }: { readonly label: string; readonly onText: (text: string) => void }): ReactNode {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button onClick={() => input.current?.click()}>{label}</Button>
      <input
        ref={input}
        type="file"
        accept=".yaml,.yml,text/yaml"
        aria-label={label}
        hidden
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file !== undefined) void file.text().then(onText)
        }}
      />
    </>
  )
}
