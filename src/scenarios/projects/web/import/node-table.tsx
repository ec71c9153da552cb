import { Table, type TableColumnsType } from 'antd'
import { useDates } from '#platform/web/words/dates.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { ImportPreview } from '../../contract/import.ts'

const words = {
  node: ['节点', 'Node'],
  owner: ['责任', 'Owner'],
  span: ['起止', 'From, to'],
} as const

type Node = ImportPreview['nodes'][number]

/** The nodes as they would be imported. */
export function NodeTable({ nodes }: Pick<ImportPreview, 'nodes'>) {
  const t = useWords(words)
  const dates = useDates()
  const day = (instant: string | null) => instant && dates.day(instant)
  const columns: TableColumnsType<Node> = [
    {
      title: t.node,
      render: (_, { code, title, depth }) => <span style={{ paddingLeft: depth * 16 }}>{`${code} ${title}`}</span>,
    },
    {
      title: t.owner,
      render: (_, { organisationName, personName }) => [organisationName, personName].filter(Boolean).join(' '),
    },
    {
      title: t.span,
      width: 220,
      render: (_, { plannedStart, deadline }) => [day(plannedStart), day(deadline)].filter(Boolean).join(' → '),
    },
  ]
  return (
    <Table
      size="small"
      columns={columns}
      dataSource={[...nodes]}
      rowKey="row"
      scroll={{ x: 640 }}
      pagination={{ pageSize: 50, hideOnSinglePage: true }}
    />
  )
}
