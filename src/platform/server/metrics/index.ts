export { type Meters, openMeters, type Reading } from './meters.ts'
export { type MetricsAddress, serveMetrics } from './metrics-address.ts'
