package dev.watershed.workload;

import java.util.ArrayList;
import java.util.List;

/** The texts behind digests, bounded by {@link LowestHashes}; the first one stands for the rest. */
final class BoundedTexts {

  /** The index of the text of everything beyond the bound. */
  static final int LUMPED = 0;

  private TextRows rows = newRows();
  private long threshold = -1L;

  int size() {
    return rows.size();
  }

  /** Whether there are more digests than a bound allows. */
  boolean over(int bound) {
    return rows.size() - 1 > bound;
  }

  /** The highest hash of a digest that stays. */
  long threshold() {
    return threshold;
  }

  /** Lets digests above the threshold be lumped from now on, as another table did. */
  void lowerThreshold(long other) {
    if (LowestHashes.stays(other, threshold)) {
      threshold = other;
    }
  }

  /** The index of a digest's text, or −1 when it has to be defined first. */
  int find(long digest) {
    int index = rows.find(digest);
    if (index >= 0) {
      return index;
    }
    return stays(digest) ? -1 : LUMPED;
  }

  /** Makes a new digest known. */
  int define(long digest, String fingerprint, boolean truncated) {
    return rows.add(digest, fingerprint, truncated);
  }

  /** Whether a statement is the slowest of its digest so far. */
  boolean wantsSample(int index, long timeMicros, long endedAtMicros, int file, long offset) {
    return index != LUMPED && rows.slower(index, timeMicros, endedAtMicros, file, offset);
  }

  void sample(
      int index, long timeMicros, long endedAtMicros, int file, long offset, byte[] statement) {
    rows.sample(index, timeMicros, endedAtMicros, file, offset, statement);
  }

  /** Counts each text that was cut, where the digest's sample stands. */
  void countCut(IssueCounts issues) {
    for (int text = 0; text < rows.size(); text++) {
      if (rows.truncated(text)) {
        issues.add(IssueReason.LONG_STATEMENT, 1, rows.sampleFile(text), rows.sampleOffset(text));
      }
    }
  }

  /** Takes over another table; returns the index here of each text there. */
  int[] merge(BoundedTexts other) {
    lowerThreshold(other.threshold);
    int[] map = new int[other.size()];
    for (int text = 1; text < map.length; text++) {
      map[text] = stays(other.rows.digest(text)) ? rows.merge(other.rows, text) : LUMPED;
    }
    return map;
  }

  /** Applies a bound; returns the new index of each old one. */
  int[] bound(int bound) {
    TextRows all = rows;
    long[] hashes = new long[all.size() - 1];
    for (int text = 1; text < all.size(); text++) {
      hashes[text - 1] = MeasureRows.mix(all.digest(text));
    }
    lowerThreshold(LowestHashes.threshold(hashes, bound));
    rows = newRows();
    int[] map = new int[all.size()];
    for (int text = 1; text < map.length; text++) {
      map[text] = stays(all.digest(text)) ? rows.merge(all, text) : LUMPED;
    }
    return map;
  }

  List<StatementText> toTexts(SampleWriter writer) {
    List<StatementText> written = new ArrayList<>(rows.size());
    for (int text = 0; text < rows.size(); text++) {
      written.add(text == LUMPED ? StatementText.LUMPED : rows.toText(text, writer));
    }
    return written;
  }

  private boolean stays(long digest) {
    return LowestHashes.stays(MeasureRows.mix(digest), threshold);
  }

  private static TextRows newRows() {
    TextRows rows = new TextRows();
    rows.add(StatementText.LUMPED.digest(), StatementText.LUMPED.fingerprint(), false);
    return rows;
  }
}
