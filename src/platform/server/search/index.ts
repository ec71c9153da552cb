export { type Hit, type Searchable, type SearchIndex, searchIndex } from './search-index.ts'
