package dev.watershed.collector.slowlog;

import dev.watershed.sql.fingerprint.Fingerprint;
import dev.watershed.workload.Execution;
import dev.watershed.workload.IssueReason;
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
  private final HeldIssues issues;

  EventTexts(WorkloadBuilder builder, int file, FingerprintTexts texts, HeldIssues issues) {
    this.builder = builder;
    this.file = file;
    this.texts = texts;
    this.issues = issues;
  }

  /** The index of the digest of a whole statement, for the event at {@code offset}. */
  int indexOf(long digest, byte[] bytes, int from, int to, StatementLexer lexer, long offset) {
    int text = builder.textIndex(digest);
    return text >= 0 ? text : define(fingerprint(digest, bytes, from, to, lexer), offset);
  }

  /** The index of a digest whose fingerprint is written only if it is new. */
  int indexOf(long digest, Supplier<Fingerprint> fingerprint, long offset) {
    int text = builder.textIndex(digest);
    return text >= 0 ? text : define(fingerprint.get(), offset);
  }

  /** The fingerprint with a digest, of a whole statement. */
  Fingerprint fingerprint(long digest, byte[] bytes, int from, int to, StatementLexer lexer) {
    return texts.of(digest, lexer, bytes, from, to);
  }

  private int define(Fingerprint fingerprint, long offset) {
    if (fingerprint.truncated()) {
      issues.add(IssueReason.LONG_STATEMENT, 1, offset);
    }
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
