package dev.watershed.workload.store.window;

import dev.watershed.workload.IssueReason;
import dev.watershed.workload.LatencyHistogram;
import dev.watershed.workload.Measure;
import dev.watershed.workload.SourceFile;
import dev.watershed.workload.StatementText;
import dev.watershed.workload.TransactionMeasure;
import dev.watershed.workload.Workload;
import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.WorkloadBuilder;
import dev.watershed.workload.store.column.ColumnMemory;
import dev.watershed.workload.store.container.UnreadableFileException;
import dev.watershed.workload.store.text.TextLookup;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Merges windows into one workload: exactly, and the same whatever the windows' order and cut.
 * Where the slowest statement of a digest is not the only one, the sample is the one that ended
 * first; issues are placed in the first file by name. A text is whole if one of them has it whole.
 */
public final class WindowMerger {

  /** So many rows on their way to the builder that its bounds have to be applied. */
  private static final int MOST_PENDING_ROWS = 1 << 17;

  private final TextLookup fingerprints;
  private final TextLookup samples;
  private final MergeFrame frame;
  private final WorkloadBuilder builder;
  private final StatementSums statements = new StatementSums();
  private int addedRows;
  private final List<WindowSummary> summaries = new ArrayList<>();
  private final TreeMap<String, SourceFile> sources = new TreeMap<>();
  private final Map<WindowName, UnreadableFileException> damaged = new TreeMap<>();
  private final MergedThreshold threshold = new MergedThreshold();

  private WindowMerger(
      MergeFrame frame, WorkloadBounds bounds, TextLookup fingerprints, TextLookup samples) {
    this.frame = frame;
    this.fingerprints = fingerprints;
    this.samples = samples;
    this.builder = frame.newBuilder(bounds);
  }

  /**
   * What windows make together.
   *
   * @param summaries what each of those shows that is counted, in the order of their names
   */
  public record Merged(Workload workload, List<WindowSummary> summaries) {

    public Merged {
      summaries = List.copyOf(summaries);
    }
  }

  /**
   * Merges windows, on all processors.
   *
   * @param fingerprints the texts of digests; may be asked from several threads
   * @param samples the texts of slowest statements, likewise; one that it does not find is left out
   * @param skipped told of each window that is damaged; nothing of it is counted
   */
  public static Merged merge(
      List<StoredWindow> windows,
      TextLookup fingerprints,
      TextLookup samples,
      WorkloadBounds bounds,
      BiConsumer<WindowName, UnreadableFileException> skipped) {
    MergeFrame frame = MergeFrame.of(windows, skipped);
    int most = Math.max(1, frame.windows().size());
    int parts = Math.min(Runtime.getRuntime().availableProcessors(), most);
    AtomicInteger next = new AtomicInteger();
    List<WindowMerger> mergers =
        IntStream.range(0, parts)
            .parallel()
            .mapToObj(part -> new WindowMerger(frame, bounds, fingerprints, samples).addAll(next))
            .toList();
    WindowMerger whole = mergers.get(0);
    mergers.subList(1, parts).forEach(whole::absorb);
    whole.damaged.forEach(skipped);
    whole.summaries.sort(WindowSummary.ORDER);
    return new Merged(whole.build(), whole.summaries);
  }

  /** Adds windows until none is left: each thread takes the next one. */
  private WindowMerger addAll(AtomicInteger next) {
    int size = frame.windows().size();
    StatementRows scratch = new StatementRows();
    try (ColumnMemory memory = new ColumnMemory()) {
      for (int i = next.getAndIncrement(); i < size; i = next.getAndIncrement()) {
        StoredWindow window = frame.windows().get(i);
        try {
          WindowRows rows = WindowRows.read(window, scratch, memory);
          add(rows, i);
          summaries.add(WindowSummary.of(window, rows));
        } catch (UnreadableFileException unreadable) {
          damaged.put(window.name(), unreadable);
        }
      }
    }
    flush();
    return this;
  }

  private void flush() {
    statements.moveTo(builder);
    addedRows = 0;
    builder.relieve();
  }

  /** Takes over what another one merged, of later windows. */
  private void absorb(WindowMerger other) {
    builder.merge(other.builder, WorkloadBuilder.NO_SCHEMA);
    other.sources.values().forEach(this::addSource);
    damaged.putAll(other.damaged);
    summaries.addAll(other.summaries);
    threshold.add(other.threshold);
  }

  private void add(WindowRows rows, int ordinal) {
    rows.visibilities().forEach(this::visibility);
    int schemaCount = builder.schemaCount() + rows.schemas().size();
    if (!StatementSums.holds(schemaCount, builder.originCount() + rows.origins().size())) {
      flush();
      builder.settle();
    }
    int[] origins = rows.origins().stream().mapToInt(builder::originIndex).toArray();
    int[] schemas = rows.schemas().stream().mapToInt(builder::schemaIndex).toArray();
    int[] texts = digests(rows, ordinal);
    if (frame.windows().size() == 1 && frame.windows().get(0).hours() == 1) {
      moveTo(builder, rows.statements(), texts, schemas, origins);
    } else {
      statements.add(rows.statements(), texts, schemas, origins);
    }
    minutes(rows, origins);
    transactions(rows, origins);
    for (WindowRows.IssueRow issue : rows.issues()) {
      IssueReason reason = IssueReason.of(issue.reason());
      builder.issue(reason, issue.count(), frame.file(issue.path()), issue.offset());
    }
    builder.addLumped(rows.lumped());
    rows.sources().forEach(this::addSource);
    addedRows += rows.minutes().size() + rows.transactions().size();
    if (statements.size() + addedRows > MOST_PENDING_ROWS) {
      flush();
    }
  }

  /** The rows of the only hour: each is another combination, so that nothing is to be summed. */
  private static void moveTo(
      WorkloadBuilder builder, StatementRows rows, int[] texts, int[] schemas, int[] origins) {
    Measure[] all = Measure.values();
    long[] figures = new long[all.length];
    for (int row = 0; row < rows.size(); row++) {
      for (int measure = 0; measure < all.length; measure++) {
        boolean there = rows.has(all[measure]);
        figures[measure] = there ? rows.values(all[measure])[row] : all[measure].neutral();
      }
      LatencyHistogram latencies = new LatencyHistogram();
      rows.addLatencies(row, latencies);
      builder.addStatements(
          texts[rows.digestRow(row)],
          schemas[rows.schema(row)],
          origins[rows.origin(row)],
          figures,
          latencies);
    }
  }

  private void visibility(HeaderTable.Visibility visibility) {
    threshold.add(visibility.longQueryTimeSeconds());
    if (visibility.sampled()) {
      builder.markSampled();
    }
  }

  /** Makes the digests of a window known; returns the builder's index of each. */
  private int[] digests(WindowRows rows, int ordinal) {
    DigestRows digests = rows.digests();
    int[] indexes = new int[digests.digests().length];
    rows.usedDigests().stream()
        .forEach(
            row -> {
              long digest = digests.digests()[row];
              boolean truncated = digests.truncated()[row] != 0;
              Supplier<String> fingerprint =
                  () -> fingerprints.find(digests.texts().get(row)).orElse(StatementText.MISSING);
              int text = builder.textIndex(digest);
              if (text < 0) {
                text = builder.defineText(digest, fingerprint.get(), truncated);
              } else {
                builder.completeText(text, fingerprint, truncated);
              }
              indexes[row] = text;
            });
    for (int i = 0; i < digests.sampleRows().length; i++) {
      int text = indexes[digests.sampleRows()[i]];
      long micros = digests.sampleTimeMicros()[i];
      long end = digests.sampleEndMicros()[i];
      boolean sampled = !digests.samples().isNone(i);
      if (sampled && builder.wantsSample(text, micros, end, 0, ordinal)) {
        Optional<String> found = samples.find(digests.samples().get(i));
        if (found.isPresent()) {
          byte[] bytes = found.get().getBytes(StandardCharsets.UTF_8);
          builder.sample(text, micros, end, 0, ordinal, bytes);
        }
      }
    }
    return indexes;
  }

  private void minutes(WindowRows rows, int[] origins) {
    WindowRows.Figures figures = rows.minutes();
    long[] row = new long[figures.columns().length];
    for (int i = 0; i < figures.size(); i++) {
      figures.copyRow(i, row);
      builder.addMinutes(
          rows.minuteOf()[i], origins[figures.origins()[i]], row, figures.latencies().histogram(i));
    }
  }

  private void transactions(WindowRows rows, int[] origins) {
    WindowRows.Figures figures = rows.transactions();
    for (int i = 0; i < figures.size(); i++) {
      long[] row = new long[TransactionMeasure.values().length];
      figures.copyRow(i, row);
      builder.addTransactions(
          rows.classes().get(rows.transactionClasses()[i]), origins[figures.origins()[i]], row);
    }
  }

  private Workload build() {
    for (String path : frame.paths()) {
      addSource(new SourceFile(path, 0, 0, 0));
    }
    return builder.build(
        List.copyOf(sources.values()),
        threshold.seconds(),
        sample -> new String(sample, StandardCharsets.UTF_8));
  }

  private void addSource(SourceFile source) {
    sources.merge(
        source.path(),
        source,
        (left, right) ->
            new SourceFile(
                left.path(),
                left.bytes() + right.bytes(),
                left.events() + right.events(),
                left.issues() + right.issues()));
  }
}
