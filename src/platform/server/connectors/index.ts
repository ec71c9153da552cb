export { type ConnectorHealth, type Connectors, openConnectors } from './connectors.ts'
export { type PlaceOf, placesIn } from './places.ts'
export type { Asking, Connector, Fault, Order, RawRecord, Reply, Taking } from './question.ts'
