package dev.watershed.analyzer.span;

/**
 * Finds the dense ids of digests, window after window. Windows list their digests in order, and the
 * one before had many of the same: a walk along it finds those without a look-up.
 */
final class DigestIds {

  private final DigestSums sums;
  private long[] before = new long[0];
  private int[] idsBefore = new int[0];
  private int sizeBefore;

  DigestIds(DigestSums sums) {
    this.sums = sums;
  }

  /** The ids of digests, in their order; ascending digests are found fast. */
  int[] of(long[] digests) {
    int[] ids = new int[digests.length];
    find(digests, digests.length, ids);
    return ids;
  }

  /** Finds the ids of {@code rows} digests, of which equal ones stand together. */
  void find(long[] digests, int rows, int[] ids) {
    int place = 0;
    for (int row = 0; row < rows; row++) {
      long digest = digests[row];
      if (row > 0 && digest == digests[row - 1]) {
        ids[row] = ids[row - 1];
        continue;
      }
      while (place < sizeBefore && before[place] < digest) {
        place++;
      }
      boolean known = place < sizeBefore && before[place] == digest;
      ids[row] = known ? idsBefore[place] : sums.idOf(digest);
    }
    remember(digests, rows, ids);
  }

  private void remember(long[] digests, int rows, int[] ids) {
    if (rows > before.length) {
      before = new long[rows + (rows >> 1)];
      idsBefore = new int[before.length];
    }
    System.arraycopy(digests, 0, before, 0, rows);
    System.arraycopy(ids, 0, idsBefore, 0, rows);
    sizeBefore = rows;
  }
}
