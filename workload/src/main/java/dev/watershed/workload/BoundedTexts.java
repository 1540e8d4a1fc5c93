package dev.watershed.workload;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * The texts behind digests; the first one stands for those beyond the bound. As in {@link
 * NameRows}, a digest beyond the bound has an index of its own until {@link #bound}, but neither
 * text nor sample.
 */
final class BoundedTexts {

  /** The index of the text of everything beyond the bound. */
  static final int LUMPED = 0;

  private TextRows rows = newRows();
  private long threshold = -1L;

  /** Whether some digest may be above the threshold. */
  private boolean anyAbove;

  /** Packs the texts until one of them is looked at or added. */
  void rest() {
    rows.rest();
  }

  /** Whether there are more digests than a bound allows. */
  boolean over(int bound) {
    return rows.size() - 1 > bound;
  }

  /** Whether every digest here stays under a bound. */
  boolean settled(int bound) {
    return !anyAbove && !over(bound);
  }

  /** The highest hash of a digest that stays. */
  long threshold() {
    return threshold;
  }

  /** Lets digests above the threshold be lumped from now on, as another table did. */
  void lowerThreshold(long other) {
    if (other != threshold && LowestHashes.stays(other, threshold)) {
      threshold = other;
      anyAbove = true;
    }
  }

  /** The index of a digest's text, or −1 when it has to be defined first. */
  int find(long digest) {
    int index = rows.find(digest);
    if (index >= 0 || stays(digest)) {
      return index;
    }
    anyAbove = true;
    return rows.add(digest, "", false);
  }

  /** Makes a new digest known. */
  int define(long digest, String fingerprint, boolean truncated) {
    return rows.add(digest, fingerprint, truncated);
  }

  /** Adds what is known of a text elsewhere; its fingerprint is asked for only while missing. */
  void complete(int index, Supplier<String> fingerprint, boolean truncated) {
    rows.complete(index, fingerprint, truncated);
  }

  /** Whether a statement is the slowest of its digest so far. */
  boolean wantsSample(int index, long timeMicros, long endedAtMicros, int file, long offset) {
    return rows.slower(index, timeMicros, endedAtMicros, file, offset)
        && index != LUMPED
        && stays(rows.digest(index));
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
    anyAbove |= threshold != -1L;
    int[] map = new int[other.rows.size()];
    for (int text = 1; text < map.length; text++) {
      map[text] = rows.merge(other.rows, text);
    }
    return map;
  }

  /** Applies a bound: digests beyond it are forgotten. */
  Moved bound(int bound) {
    TextRows all = rows;
    long[] hashes = new long[all.size()];
    Arrays.setAll(hashes, text -> MeasureRows.mix(all.digest(text)));
    int[] to = new int[hashes.length];
    if (settled(bound)) {
      Arrays.setAll(to, text -> text);
      return new Moved(to, hashes, LUMPED, false);
    }
    long[] own = Arrays.copyOfRange(hashes, 1, hashes.length);
    lowerThreshold(LowestHashes.threshold(own, bound));
    rows = newRows();
    for (int text = 1; text < to.length; text++) {
      to[text] = LowestHashes.stays(hashes[text], threshold) ? rows.merge(all, text) : LUMPED;
    }
    anyAbove = false;
    return new Moved(to, hashes, LUMPED, true);
  }

  List<StatementText> toTexts(SampleWriter writer) {
    List<StatementText> written = new ArrayList<>(rows.size());
    for (int text = 0; text < rows.size(); text++) {
      written.add(text == LUMPED ? StatementText.LUMPED : rows.toText(text, writer));
    }
    return written;
  }

  private boolean stays(long digest) {
    return threshold == -1L || LowestHashes.stays(MeasureRows.mix(digest), threshold);
  }

  private static TextRows newRows() {
    TextRows rows = new TextRows();
    rows.add(StatementText.LUMPED.digest(), StatementText.LUMPED.fingerprint(), false);
    return rows;
  }
}
