export { type Audience, enterpriseAudience, type Notice, type NoticeRule } from './notice.ts'
export {
  countUnread,
  type Inbox,
  type InboxRow,
  listInbox,
  markAllRead,
  markRead,
  placesAPosition,
} from './notice-store.ts'
export { noticesProjection } from './notices-projection.ts'
