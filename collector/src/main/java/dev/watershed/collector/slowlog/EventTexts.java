package dev.watershed.collector.slowlog;

import dev.watershed.sql.fingerprint.Fingerprint;
import dev.watershed.workload.Execution;
import dev.watershed.workload.Measure;
import dev.watershed.workload.WorkloadBuilder;
import java.util.Arrays;
import java.util.function.Supplier;

/** The texts of one part's events: digests made known to the builder, and samples offered to it. */
final class EventTexts {

  /** The bytes of a statement that are kept at most. */
  static final int LONGEST_SAMPLE = 4 << 10;

  private final WorkloadBuilder builder;
  private final int file;
  private final FingerprintTexts texts;

  EventTexts(WorkloadBuilder builder, int file, FingerprintTexts texts) {
    this.builder = builder;
    this.file = file;
    this.texts = texts;
  }

  /** The index of the digest of a whole statement. */
  int indexOf(long digest, byte[] bytes, int from, int to, StatementLexer lexer) {
    int text = builder.textIndex(digest);
    return text >= 0 ? text : define(fingerprint(digest, bytes, from, to, lexer));
  }

  /** The index of a digest whose fingerprint is written only if it is new. */
  int indexOf(long digest, Supplier<Fingerprint> fingerprint) {
    int text = builder.textIndex(digest);
    return text >= 0 ? text : define(fingerprint.get());
  }

  /** The fingerprint with a digest, of a whole statement. */
  Fingerprint fingerprint(long digest, byte[] bytes, int from, int to, StatementLexer lexer) {
    return texts.of(digest, lexer, bytes, from, to);
  }

  private int define(Fingerprint fingerprint) {
    return builder.defineText(fingerprint.digest(), fingerprint.text(), fingerprint.truncated());
  }

  /** Offers a statement as the sample of its digest. */
  void offer(int text, Execution execution, long offset, byte[] bytes, int from, int to) {
    long micros = execution.value(Measure.TIME_MICROS);
    long end = execution.value(Measure.LAST_SEEN_MICROS);
    if (builder.wantsSample(text, micros, end, file, offset)) {
      byte[] sample = Arrays.copyOfRange(bytes, from, Math.min(to, from + LONGEST_SAMPLE));
      builder.sample(text, micros, end, file, offset, sample);
    }
  }
}
