package dev.watershed.collector.slowlog;

import dev.watershed.collector.input.LogInput;
import dev.watershed.sql.redaction.Redactor;
import dev.watershed.workload.IssueReason;
import dev.watershed.workload.SampleWriter;
import dev.watershed.workload.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads slow logs into a workload, with several threads. The result does not depend on their number
 * or on where inputs are cut: parts are put together in order, and every figure merges exactly.
 */
public final class SlowLogCollector {

  private static final long PART_BYTES = 16L << 20;
  private static final int LONGEST_SAMPLE = 4 << 10;

  private final SlowLogOptions options;
  private final int window;
  private final long partBytes;

  /** A collector with these options. */
  public SlowLogCollector(SlowLogOptions options) {
    this(options, PartReader.WINDOW, PART_BYTES);
  }

  /** For tests: windows and parts as small as one likes. */
  SlowLogCollector(SlowLogOptions options, int window, long partBytes) {
    this.options = options;
    this.window = window;
    this.partBytes = partBytes;
  }

  /**
   * Reads all inputs, in their order. An input that cannot be read is named in the result; the
   * others are read all the same.
   *
   * @param standardInput read where an input has no path
   */
  public SlowLogResult collect(
      List<LogInput> inputs, InputStream standardInput, ReadProgress progress) {
    InputReader reader =
        new InputReader(
            new PartReader(options, window),
            options.threads(),
            partBytes,
            standardInput,
            progress,
            InputReader.totalBytes(inputs));
    MergedParts merged = new MergedParts(options.bounds());
    List<SourceFile> sources = new ArrayList<>();
    List<FailedInput> failed = new ArrayList<>();
    try (PartQueue queue = new PartQueue(reader, options.threads(), inputs)) {
      for (int file = 0; file < inputs.size(); file++) {
        LogInput input = inputs.get(file);
        PartMerger merger = new PartMerger(merged, file, reader::again);
        merge(queue, file, input, merger).ifPresent(failed::add);
        sources.add(new SourceFile(input.name(), merger.bytes(), merger.events(), merger.issues()));
        if (merger.damage().isPresent()) {
          merged.issue(IssueReason.TRUNCATED_ARCHIVE, 1, file, merger.bytes());
        }
      }
    }
    merged.countCutTexts();
    return new SlowLogResult(
        merged.builder().build(sources, options.longQueryTimeSeconds(), sampleWriter(options)),
        failed);
  }

  /** Merges the parts of one input; tells why it failed, if it did. */
  private static Optional<FailedInput> merge(
      PartQueue queue, int file, LogInput input, PartMerger merger) {
    Optional<String> failure = Optional.empty();
    while (queue.hasNextOf(file)) {
      try {
        PartQueue.Read read = queue.next();
        if (failure.isEmpty()) {
          merger.add(read.part(), read.result());
        }
      } catch (IOException e) {
        failure = failure.or(() -> Optional.of(FailedInput.reason(input, e)));
      }
    }
    if (failure.isEmpty() && merger.damage().isPresent()) {
      failure =
          Optional.of(
              input.name()
                  + ": the compressed file is damaged or ends early ("
                  + merger.damage().get()
                  + "); what came before is counted");
    }
    if (failure.isEmpty() && merger.foreign()) {
      failure = Optional.of(ForeignLog.describe(input.name(), merger.head()));
    }
    return failure.map(message -> new FailedInput(input.name(), message, merger.events() > 0));
  }

  /** Writes samples as the options say. */
  static SampleWriter sampleWriter(SlowLogOptions options) {
    return options.rawSamples()
        ? statement -> new String(statement, StandardCharsets.UTF_8)
        : statement ->
            Redactor.redact(statement, 0, statement.length, options.sqlMode(), LONGEST_SAMPLE);
  }
}
