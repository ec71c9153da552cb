export { type FileFolder, type Kept, openFileFolder } from './file-folder.ts'
export { attachFiles, type FileRow, insertFile, listFiles } from './file-store.ts'
export { mediaTypeOf } from './media-type.ts'
export { refusals as fileRefusals } from './refusals.ts'
