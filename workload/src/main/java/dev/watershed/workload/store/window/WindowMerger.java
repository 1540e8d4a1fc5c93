package dev.watershed.workload.store.window;

import dev.watershed.workload.IssueReason;
import dev.watershed.workload.Measure;
import dev.watershed.workload.SourceFile;
import dev.watershed.workload.TransactionMeasure;
import dev.watershed.workload.Workload;
import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.WorkloadBuilder;
import dev.watershed.workload.store.column.ColumnMemory;
import dev.watershed.workload.store.container.UnreadableFileException;
import dev.watershed.workload.store.text.TextId;
import dev.watershed.workload.store.text.TextLookup;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Merges windows into one workload: exactly, and the same whatever the windows' order and cut.
 * Where the slowest statement of a digest is not the only one, the sample is the one that ended
 * first; issues are placed in the first file by name.
 */
public final class WindowMerger {

  /** Stands for a fingerprint whose text is missing. */
  public static final String MISSING_TEXT = "(text missing in the store)";

  private final TextLookup texts;
  private final WorkloadBuilder builder;
  private final TreeMap<String, SourceFile> sources = new TreeMap<>();
  private final List<String> paths = new ArrayList<>();
  private boolean thresholdUnknown = true;
  private double thresholdSeconds;
  private boolean first = true;

  private WindowMerger(WorkloadBounds bounds, TextLookup texts) {
    this.builder = new WorkloadBuilder(bounds);
    this.texts = texts;
  }

  /**
   * Merges windows.
   *
   * @param skipped told of each window that is damaged; nothing of it is counted
   */
  public static Workload merge(
      List<StoredWindow> windows,
      TextLookup texts,
      WorkloadBounds bounds,
      BiConsumer<WindowName, UnreadableFileException> skipped) {
    try (ColumnMemory memory = new ColumnMemory()) {
      WindowMerger merger = new WindowMerger(bounds, texts);
      List<StoredWindow> whole = merger.prepare(windows, memory, skipped);
      for (int i = 0; i < whole.size(); i++) {
        StoredWindow window = whole.get(i);
        try {
          merger.add(WindowRows.read(window, memory), i);
        } catch (UnreadableFileException damaged) {
          skipped.accept(window.name(), damaged);
        }
      }
      return merger.build();
    }
  }

  /** Takes what has to be known of all windows before the first row is added. */
  private List<StoredWindow> prepare(
      List<StoredWindow> windows,
      ColumnMemory memory,
      BiConsumer<WindowName, UnreadableFileException> skipped) {
    List<StoredWindow> ordered = new ArrayList<>(windows);
    ordered.sort(Comparator.comparing(StoredWindow::name));
    List<StoredWindow> whole = new ArrayList<>(ordered.size());
    for (StoredWindow window : ordered) {
      try {
        window.verify();
        HeaderTable.Visibility visibility = window.visibility(memory);
        builder.lump(visibility.kept());
        builder.widenMinutes(visibility.slotMinutes());
        WindowRows.paths(window, memory).forEach(this::file);
        whole.add(window);
      } catch (UnreadableFileException damaged) {
        skipped.accept(window.name(), damaged);
      }
    }
    paths.addAll(sources.keySet());
    return whole;
  }

  private void add(WindowRows rows, int ordinal) {
    visibility(rows.visibility());
    int[] origins = rows.origins().stream().mapToInt(builder::originIndex).toArray();
    int[] schemas = rows.schemas().stream().mapToInt(builder::schemaIndex).toArray();
    digests(rows.digests(), ordinal);
    statements(rows, schemas, origins);
    minutes(rows, origins);
    transactions(rows, origins);
    for (WindowRows.IssueRow issue : rows.issues()) {
      IssueReason reason = IssueReason.of(issue.reason());
      builder.issue(reason, issue.count(), paths.indexOf(issue.path()), issue.offset());
    }
    for (SourceFile source : rows.sources()) {
      sources.merge(source.path(), source, WindowMerger::sum);
    }
    builder.applyBounds();
  }

  private void visibility(HeaderTable.Visibility visibility) {
    OptionalDouble threshold = visibility.longQueryTimeSeconds();
    thresholdUnknown = threshold.isEmpty() || !first && thresholdUnknown;
    first = false;
    thresholdSeconds = Math.max(thresholdSeconds, threshold.orElse(0));
    if (visibility.sampled()) {
      builder.markSampled();
    }
  }

  private void digests(WindowRows.Digests digests, int ordinal) {
    for (int row = 0; row < digests.digests().length; row++) {
      long digest = digests.digests()[row];
      int text = builder.textIndex(digest);
      if (text < 0) {
        String fingerprint = texts.find(digests.texts().get(row)).orElse(MISSING_TEXT);
        text = builder.defineText(digest, fingerprint, digests.truncated()[row] != 0);
      }
      long micros = digests.sampleTimeMicros()[row];
      long end = digests.sampleEndMicros()[row];
      TextId sample = digests.samples().get(row);
      if (!sample.isNone() && builder.wantsSample(text, micros, end, 0, ordinal)) {
        Optional<String> found = texts.find(sample);
        if (found.isPresent()) {
          byte[] bytes = found.get().getBytes(StandardCharsets.UTF_8);
          builder.sample(text, micros, end, 0, ordinal, bytes);
        }
      }
    }
  }

  private void statements(WindowRows rows, int[] schemas, int[] origins) {
    WindowRows.Figures figures = rows.statements();
    long[] row = new long[Measure.values().length];
    for (int i = 0; i < figures.size(); i++) {
      figures.copyRow(i, row);
      int text = builder.textIndex(rows.statementDigests()[i]);
      if (text < 0) {
        text = builder.defineText(rows.statementDigests()[i], MISSING_TEXT, false);
      }
      builder.addStatements(
          text,
          schemas[rows.statementSchemas()[i]],
          origins[figures.origins()[i]],
          row,
          figures.latencies().histogram(i));
    }
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
    OptionalDouble threshold =
        thresholdSeconds > 0 || !thresholdUnknown
            ? OptionalDouble.of(thresholdSeconds)
            : OptionalDouble.empty();
    return builder.build(
        List.copyOf(sources.values()),
        threshold,
        sample -> new String(sample, StandardCharsets.UTF_8));
  }

  private void file(String path) {
    sources.putIfAbsent(path, new SourceFile(path, 0, 0, 0));
  }

  private static SourceFile sum(SourceFile left, SourceFile right) {
    return new SourceFile(
        left.path(),
        left.bytes() + right.bytes(),
        left.events() + right.events(),
        left.issues() + right.issues());
  }
}
