package dev.watershed.workload;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The texts behind digests, found by open addressing on the digest, each with the slowest statement
 * seen. Ties between statements go to the one that ended first, then to the earlier file and the
 * lower offset, so that the choice does not depend on the order of reading or on how the input was
 * cut.
 */
final class TextRows {

  private static final int FIRST_CAPACITY = 256;
  private static final byte[] NO_SAMPLE = {};
  private static final String[] NO_TEXTS = {};

  private int size;
  private long[] digests = new long[FIRST_CAPACITY];
  private String[] fingerprints = new String[FIRST_CAPACITY];
  private boolean[] truncated = new boolean[FIRST_CAPACITY];
  private byte[][] samples = new byte[FIRST_CAPACITY][];
  private long[] sampleMicros = new long[FIRST_CAPACITY];
  private long[] sampleEndsMicros = new long[FIRST_CAPACITY];
  private int[] sampleFiles = new int[FIRST_CAPACITY];
  private long[] sampleOffsets = new long[FIRST_CAPACITY];
  private int[] slots = new int[FIRST_CAPACITY * 2];
  private Optional<PackedBytes> resting = Optional.empty();

  /** Packs the texts until one of them is looked at or added. */
  void rest() {
    PackedBytes.Writer bytes = new PackedBytes.Writer();
    wake();
    for (int row = 0; row < size; row++) {
      bytes.text(fingerprints[row]);
    }
    resting = Optional.of(bytes.pack());
    fingerprints = NO_TEXTS;
  }

  private void wake() {
    if (resting.isPresent()) {
      PackedBytes.Reader bytes = resting.get().read();
      fingerprints = new String[digests.length];
      for (int row = 0; row < size; row++) {
        fingerprints[row] = bytes.text();
      }
      resting = Optional.empty();
    }
  }

  int size() {
    return size;
  }

  long digest(int row) {
    return digests[row];
  }

  boolean truncated(int row) {
    return truncated[row];
  }

  /** The position of the source in which the sample stands. */
  int sampleFile(int row) {
    return sampleFiles[row];
  }

  /** The offset at which the sample stands. */
  long sampleOffset(int row) {
    return sampleOffsets[row];
  }

  /** The row of a digest, or −1. */
  int find(long digest) {
    int mask = slots.length - 1;
    int slot = (int) (digest >>> 32 ^ digest) & mask;
    while (slots[slot] != 0) {
      int row = slots[slot] - 1;
      if (digests[row] == digest) {
        return row;
      }
      slot = slot + 1 & mask;
    }
    return -1;
  }

  /** Adds a digest that is not there yet. */
  int add(long digest, String fingerprint, boolean cut) {
    wake();
    if (size == digests.length) {
      grow();
    }
    int row = size++;
    digests[row] = digest;
    fingerprints[row] = fingerprint;
    truncated[row] = cut;
    samples[row] = NO_SAMPLE;
    sampleMicros[row] = -1;
    sampleEndsMicros[row] = Long.MIN_VALUE;
    enter(row);
    return row;
  }

  /**
   * Adds what is known of a row's text elsewhere: it is there where either is, and whole likewise.
   *
   * @param fingerprint asked for only while the row's is missing
   */
  void complete(int row, Supplier<String> fingerprint, boolean cut) {
    wake();
    truncated[row] &= cut;
    if (fingerprints[row].equals(StatementText.MISSING)) {
      fingerprints[row] = fingerprint.get();
    }
  }

  /** Adds a row of another table, or the better sample of the two and the text that is whole. */
  int merge(TextRows other, int row) {
    other.wake();
    int here = find(other.digests[row]);
    if (here < 0) {
      here = add(other.digests[row], other.fingerprints[row], other.truncated[row]);
    } else {
      complete(here, () -> other.fingerprints[row], other.truncated[row]);
    }
    if (slower(
        here,
        other.sampleMicros[row],
        other.sampleEndsMicros[row],
        other.sampleFiles[row],
        other.sampleOffsets[row])) {
      sample(
          here,
          other.sampleMicros[row],
          other.sampleEndsMicros[row],
          other.sampleFiles[row],
          other.sampleOffsets[row],
          other.samples[row]);
    }
    return here;
  }

  /** Whether a statement would replace the sample of a row. */
  boolean slower(int row, long micros, long endMicros, int file, long offset) {
    if (micros != sampleMicros[row]) {
      return micros > sampleMicros[row];
    }
    if (endMicros != sampleEndsMicros[row]) {
      return endMicros < sampleEndsMicros[row];
    }
    return file != sampleFiles[row] ? file < sampleFiles[row] : offset < sampleOffsets[row];
  }

  void sample(int row, long micros, long endMicros, int file, long offset, byte[] statement) {
    sampleMicros[row] = micros;
    sampleEndsMicros[row] = endMicros;
    sampleFiles[row] = file;
    sampleOffsets[row] = offset;
    samples[row] = statement;
  }

  StatementText toText(int row, SampleWriter writer) {
    wake();
    return new StatementText(
        digests[row],
        fingerprints[row],
        truncated[row],
        samples[row],
        sampleMicros[row],
        sampleEndsMicros[row],
        writer);
  }

  private void enter(int row) {
    int mask = slots.length - 1;
    int slot = (int) (digests[row] >>> 32 ^ digests[row]) & mask;
    while (slots[slot] != 0) {
      slot = slot + 1 & mask;
    }
    slots[slot] = row + 1;
  }

  private void grow() {
    int capacity = digests.length * 2;
    digests = Arrays.copyOf(digests, capacity);
    fingerprints = Arrays.copyOf(fingerprints, capacity);
    truncated = Arrays.copyOf(truncated, capacity);
    samples = Arrays.copyOf(samples, capacity);
    sampleMicros = Arrays.copyOf(sampleMicros, capacity);
    sampleEndsMicros = Arrays.copyOf(sampleEndsMicros, capacity);
    sampleFiles = Arrays.copyOf(sampleFiles, capacity);
    sampleOffsets = Arrays.copyOf(sampleOffsets, capacity);
    slots = new int[capacity * 2];
    for (int row = 0; row < size; row++) {
      enter(row);
    }
  }
}
