package dev.watershed.collector.generallog;

import dev.watershed.collector.input.LogInput;
import dev.watershed.collector.input.LogStream;
import dev.watershed.collector.slowlog.ArchiveSource;
import dev.watershed.collector.slowlog.FailedInput;
import dev.watershed.collector.slowlog.LogHead;
import dev.watershed.collector.slowlog.ReadProgress;
import dev.watershed.collector.slowlog.SlowLogCollector;
import dev.watershed.collector.slowlog.SlowLogOptions;
import dev.watershed.collector.slowlog.SlowLogResult;
import dev.watershed.workload.IssueReason;
import dev.watershed.workload.Measure;
import dev.watershed.workload.StatementText;
import dev.watershed.workload.Workload;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the logs of a database that tests ran against, slow logs and general logs mixed; which of
 * them a file is, its content tells.
 */
public final class CaptureCollector {

  private final SlowLogOptions options;
  private final List<SentStatement> statements = new ArrayList<>();
  private final List<FailedInput> failed = new ArrayList<>();
  private final Map<IssueReason, Long> issues = new EnumMap<>(IssueReason.class);
  private long beyond;

  private CaptureCollector(SlowLogOptions options) {
    this.options = options;
  }

  /**
   * Reads all inputs, in their order. An input that cannot be read is named in the result; the
   * others are read all the same.
   *
   * @param standardInput read where an input has no path
   */
  public static CapturedLog collect(
      List<LogInput> inputs, InputStream standardInput, SlowLogOptions options) {
    CaptureCollector collector = new CaptureCollector(options);
    for (LogInput input : inputs) {
      collector.read(input, standardInput);
    }
    return new CapturedLog(
        collector.statements, collector.failed, collector.issues, collector.beyond);
  }

  private void read(LogInput input, InputStream standardInput) {
    try (InputStream raw =
            input.path().isPresent() ? Files.newInputStream(input.path().get()) : standardInput;
        BufferedInputStream unpacked =
            new BufferedInputStream(LogStream.uncompressed(raw), LogKind.HEAD)) {
      ArchiveSource peeked = new ArchiveSource(unpacked);
      unpacked.mark(LogKind.HEAD);
      byte[] head = peeked.first(LogKind.HEAD);
      LogKind kind = head.length == 0 ? LogKind.SLOW : LogKind.of(head);
      if (kind == LogKind.NEITHER) {
        fail(input, neither(head), false);
        return;
      }
      if (kind == LogKind.SLOW && input.path().isPresent()) {
        slow(input, standardInput);
        return;
      }
      unpacked.reset();
      if (kind == LogKind.SLOW) {
        slow(input, unpacked);
      } else {
        general(input, new ArchiveSource(unpacked));
      }
    } catch (IOException e) {
      failed.add(new FailedInput(input.name(), FailedInput.reason(input, e), false));
    }
  }

  private void general(LogInput input, ArchiveSource source) throws IOException {
    SentStatements sent = new SentStatements(options);
    GeneralLogReader reader = new GeneralLogReader(source, options, sent);
    reader.read();
    statements.addAll(sent.statements());
    reader.issues().forEach((reason, count) -> issues.merge(reason, count, Long::sum));
    beyond += sent.beyond();
    source
        .damage()
        .ifPresent(
            damage ->
                fail(input, "the compressed file is damaged or ends early (" + damage + ")", true));
  }

  private void slow(LogInput input, InputStream standardInput) {
    SlowLogResult result =
        new SlowLogCollector(options).collect(List.of(input), standardInput, ReadProgress.NONE);
    failed.addAll(result.failed());
    Workload workload = result.workload();
    for (int row = 0; row < workload.statements().size(); row++) {
      StatementText text = workload.texts().get(workload.statements().textIndex(row));
      int schema = workload.statements().schemaIndex(row);
      if (text.lumped()) {
        beyond += workload.statements().value(row, Measure.CALLS);
        continue;
      }
      statements.add(
          new SentStatement(
              text.digest(),
              text.fingerprint(),
              text.truncated(),
              schema < 0 ? Optional.empty() : Optional.of(workload.schemas().get(schema)),
              workload.origins().get(workload.statements().originIndex(row))));
    }
  }

  private void fail(LogInput input, String message, boolean partlyRead) {
    failed.add(new FailedInput(input.name(), input.name() + ": " + message, partlyRead));
  }

  private static String neither(byte[] head) {
    return "neither a slow log nor a general log"
        + LogHead.looks(head)
        + ". A slow log has lines like \"# User@Host: app[app] @ [10.0.0.1]\", a general log lines"
        + " like \"2026-11-23T02:13:44.135966Z<TAB>   12 Query<TAB>SELECT 1\" or, MariaDB's,"
        + " \"261123  2:13:44<TAB>    12 Query<TAB>SELECT 1\"";
  }
}
