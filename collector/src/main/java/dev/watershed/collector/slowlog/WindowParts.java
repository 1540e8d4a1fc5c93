package dev.watershed.collector.slowlog;

import dev.watershed.collector.transaction.StatementEffects;
import dev.watershed.collector.transaction.TransactionTracker;
import dev.watershed.workload.IssueReason;
import dev.watershed.workload.SourceFile;
import dev.watershed.workload.Workload;
import dev.watershed.workload.WorkloadBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A window while it is read: the builder, and what came from which file. */
final class WindowParts {

  /** The counts of one file. */
  private static final class Part {
    private long bytes;
    private long events;
    private long issues;

    boolean unused() {
      return bytes == 0 && events == 0 && issues == 0;
    }
  }

  private final SlowLogOptions options;
  private final String name;
  private final WorkloadBuilder builder;
  private final List<Part> parts = new ArrayList<>();

  WindowParts(SlowLogOptions options, String name) {
    this.options = options;
    this.name = name;
    this.builder = new WorkloadBuilder(options.bounds());
    nextFile();
  }

  /** The empty window behind this one. */
  WindowParts next() {
    return new WindowParts(options, name);
  }

  /** What comes now is from another file. */
  void nextFile() {
    if (parts.isEmpty() || !parts.get(file()).unused()) {
      parts.add(new Part());
    }
  }

  private int file() {
    return parts.size() - 1;
  }

  EventSink sink(FingerprintTexts texts, ReaderState state, Optional<TransactionFeed> feed) {
    return sink(texts, state, feed, true);
  }

  /** A sink whose events name their schema, or have none. */
  EventSink sinkOfRows(FingerprintTexts texts, ReaderState state, TransactionFeed feed) {
    return sink(texts, state, Optional.of(feed), false);
  }

  private EventSink sink(
      FingerprintTexts texts, ReaderState state, Optional<TransactionFeed> feed, boolean inherits) {
    HeldIssues issues = new HeldIssues(builder, file());
    return new EventSink(builder, file(), options, texts, state, issues, feed, inherits);
  }

  TransactionFeed feed(TransactionTracker tracker, StatementEffects effects, boolean complete) {
    return new TransactionFeed(tracker, effects, builder, file(), complete);
  }

  /** Takes note of what a sink took in. */
  void add(EventSink sink) {
    Part part = parts.get(file());
    part.events += sink.events();
    part.issues += sink.issues();
  }

  void addBytes(long bytes) {
    parts.get(file()).bytes += bytes;
  }

  void issue(IssueReason reason, long offset) {
    builder.issue(reason, 1, file(), offset);
    parts.get(file()).issues++;
  }

  boolean empty() {
    return parts.stream().allMatch(part -> part.events == 0 && part.issues == 0);
  }

  Workload build() {
    List<SourceFile> sources =
        parts.stream()
            .map(part -> new SourceFile(name, part.bytes, part.events, part.issues))
            .toList();
    return builder.build(
        sources, options.longQueryTimeSeconds(), SlowLogCollector.sampleWriter(options));
  }
}
