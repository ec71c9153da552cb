export { type ConsistencyClaim, consistencyPath, verifyConsistency } from './consistency.ts'
export {
  type CompletedSubtree,
  emptyFrontier,
  extendFrontier,
  type Frontier,
  foldPeaks,
  rootOf,
} from './frontier.ts'
export { equalHashes, hashLength, type MerkleHasher, merkleHasher, type Sha256 } from './hasher.ts'
export { type InclusionClaim, inclusionPath, verifyInclusion } from './inclusion.ts'
export { type LeafRange, type Subtree, subtreesOf } from './subtree.ts'
