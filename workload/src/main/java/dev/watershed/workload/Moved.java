package dev.watershed.workload;

/**
 * What became of the names of a table when a bound was applied.
 *
 * @param to the new index of each old one
 * @param hashes the stable hash of each old name
 * @param lumped the index, old and new, of the name for everything beyond the bound
 * @param any whether an index changed
 */
record Moved(int[] to, long[] hashes, int lumped, boolean any) {

  int to(int index) {
    return to[index];
  }

  long hash(int index) {
    return hashes[index];
  }

  /** Whether an old name stood for everything beyond the bound already. */
  boolean wasLumped(int index) {
    return index == lumped;
  }

  /** Whether a name is, from now on, among those beyond the bound. */
  boolean isLumped(int index) {
    return to[index] == lumped;
  }
}
