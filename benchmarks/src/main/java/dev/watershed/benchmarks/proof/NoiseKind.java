package dev.watershed.benchmarks.proof;

/** What may be wrong with who sent a statement. */
enum NoiseKind {
  /** So many connections are of accounts that no service claims. */
  UNATTRIBUTED,
  /** So many connections are of the account of another service, drawn anew for each. */
  WRONG_ACCOUNT,
  /** So many statements are sent a second time, each by another service, on its own. */
  STRAY
}
