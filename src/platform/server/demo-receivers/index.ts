export { mailServer } from './mail-server.ts'
export { openDemoReceivers } from './open-demo-receivers.ts'
