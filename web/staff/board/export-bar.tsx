import DownloadOutlined from '@ant-design/icons/DownloadOutlined'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Progress, Space } from 'antd'
import { type ReactNode, useState } from 'react'
import { createPressKeys } from '../../http/press-key.ts'
import { Problem } from '../../http/problem.ts'
import type { ExportJob } from '../../http/shapes/board.ts'
import { client } from '../shell/client.ts'
import { useTexts } from '../shell/language.tsx'
import { texts } from './texts.ts'

/** Writes the list into a file in the background and offers it when it is ready. */
export function ExportBar({ query }: { readonly query: string }): ReactNode {
  const t = useTexts(texts)
  const [id, setId] = useState<string | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const [keys] = useState(createPressKeys)
  const { data } = useQuery({
    queryKey: ['export', id],
    queryFn: ({ signal }) => client.ask<ExportJob>('GET', `/api/exports/${id ?? ''}`, { signal }),
    enabled: id !== null,
    refetchInterval: ({ state }) => (state.data === undefined || state.data.status === 'running' ? 700 : false),
  })
  const begin = async (format: 'csv' | 'xlsx'): Promise<void> => {
    const body = { ...Object.fromEntries(new URLSearchParams(query)), format }
    setRefused(null)
    try {
      const job = await client.ask<ExportJob>('POST', '/api/exports', { body, key: keys.keyFor(body) })
      keys.accepted()
      setId(job.id)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      setRefused(error.message)
    }
  }
  const isRunning = id !== null && (data === undefined || data.status === 'running')
  return (
    <Space wrap className="no-print">
      {(['csv', 'xlsx'] as const).map((format) => (
        <Button key={format} icon={<DownloadOutlined />} disabled={isRunning} onClick={() => void begin(format)}>
          {format === 'csv' ? t.exportCsv : t.exportXlsx}
        </Button>
      ))}
      <span role="status" aria-live="polite">
        {data?.status === 'running' && (
          <>
            {t.exporting(data.done, data.total)}{' '}
            <Progress className="board-progress" percent={percentOf(data)} size="small" showInfo={false} />
          </>
        )}
        {data?.status === 'ready' && data.file !== null && (
          <a href={data.file} download>
            {t.exportReady} <DownloadOutlined /> {t.download}
          </a>
        )}
        {data?.status === 'failed' && <Alert type="error" showIcon title={t.exportFailed} />}
        {refused !== null && <Alert type="error" showIcon title={refused} />}
      </span>
    </Space>
  )
}

function percentOf({ done, total }: ExportJob): number {
  return total === 0 ? 100 : Math.min(100, Math.round((done / total) * 100))
}
