/** What deliveries ask permission for. */
export const permissions = { 'deliveries.manage': '查看对外通知渠道，重发未送达的消息（系统管理员）' } as const
