export type { Audience, Notice, NoticeRule } from './notice.ts'
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
