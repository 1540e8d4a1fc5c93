package dev.watershed.workload.store.window;

import dev.watershed.workload.Issue;
import dev.watershed.workload.Measure;
import dev.watershed.workload.MinuteTable;
import dev.watershed.workload.SourceFile;
import dev.watershed.workload.StatementTable;
import dev.watershed.workload.StatementText;
import dev.watershed.workload.Workload;
import dev.watershed.workload.observation.Observations;
import dev.watershed.workload.store.column.Compression;
import dev.watershed.workload.store.column.TableParts;
import dev.watershed.workload.store.column.TableWriter;
import dev.watershed.workload.store.container.ContainerWriter;
import dev.watershed.workload.store.text.TextId;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;

/** Writes a workload as a window's file. */
public final class WindowEncoder {

  /** What the container of a window says it holds. */
  static final String KIND = "window";

  private final Workload workload;
  private final Compression compression;
  private final NameTables names;
  private final ContainerWriter file = new ContainerWriter(KIND);
  private final TreeMap<TextId, String> texts = new TreeMap<>();

  private WindowEncoder(Workload workload, Compression compression) {
    this.workload = workload;
    this.compression = compression;
    this.names = new NameTables(workload);
  }

  /**
   * The bytes of a window, and what they refer to.
   *
   * @param file in order
   * @param texts by their ids
   */
  public record Encoded(List<ByteBuffer> file, Map<TextId, String> texts) {}

  /** Encodes a window beside whose statements nothing was observed. */
  public static Encoded encode(WindowHeader header, Workload workload, Compression compression) {
    return encode(header, workload, Observations.NONE, compression);
  }

  /** Encodes a window. Equal workloads and observations give equal bytes. */
  public static Encoded encode(
      WindowHeader header, Workload workload, Observations observations, Compression compression) {
    WindowEncoder encoder = new WindowEncoder(workload, compression);
    encoder.write(header);
    ObservationTables.write(observations, encoder.file, compression);
    return new Encoded(encoder.file.finish(), encoder.texts);
  }

  /** The bytes of a window that holds no workload but other tables. */
  public static List<ByteBuffer> encode(
      WindowHeader header, Map<WindowSection, ByteBuffer> tables, Compression compression) {
    ContainerWriter file = new ContainerWriter(KIND);
    file.add(WindowSection.HEADER.key(), HeaderTable.encode(header, compression));
    if (!header.superseded().isEmpty()) {
      file.add(
          WindowSection.SUPERSEDED.key(),
          HeaderTable.encodeSuperseded(header.superseded(), compression));
    }
    tables.forEach((section, bytes) -> file.add(section.key(), bytes));
    return file.finish();
  }

  private void write(WindowHeader header) {
    add(WindowSection.HEADER, HeaderTable.encode(header, workload, compression));
    if (!header.superseded().isEmpty()) {
      add(WindowSection.SUPERSEDED, HeaderTable.encodeSuperseded(header.superseded(), compression));
    }
    names.write(file, compression);
    digests();
    statements();
    minutes();
    new TransactionTables(workload.transactions(), names).write(file, compression);
    LumpedTable.encode(List.of(workload.lumpedCombinations()), compression)
        .ifPresent(table -> add(WindowSection.LUMPED_COMBINATIONS, table));
    add(WindowSection.ISSUES, encodeIssues(issuesOf(workload), compression));
    add(WindowSection.SOURCES, encodeSources(sourcesOf(workload), compression));
  }

  private void digests() {
    List<StatementText> all = workload.texts();
    int[] order =
        RowOrder.of(all.size(), (a, b) -> Long.compare(all.get(a).digest(), all.get(b).digest()));
    int rows = order.length;
    long[] textHigh = new long[rows];
    long[] textLow = new long[rows];
    long[] sampleHigh = new long[rows];
    long[] sampleLow = new long[rows];
    for (int row = 0; row < rows; row++) {
      StatementText text = all.get(order[row]);
      TextId id = fingerprintId(text);
      if (!id.isNone()) {
        texts.put(id, text.fingerprint());
      }
      textHigh[row] = id.high();
      textLow[row] = id.low();
      TextId sample = text.sample().map(this::keep).orElse(TextId.NONE);
      sampleHigh[row] = sample.high();
      sampleLow[row] = sample.low();
    }
    add(
        WindowSection.DIGESTS,
        new TableWriter(rows)
            .longs(WindowColumns.DIGEST, longs(order, row -> all.get(row).digest()))
            .ints(WindowColumns.TRUNCATED, ints(order, row -> all.get(row).truncated() ? 1 : 0))
            .longs(WindowColumns.TEXT_HIGH, textHigh)
            .longs(WindowColumns.TEXT_LOW, textLow)
            .longs(WindowColumns.SAMPLE_HIGH, sampleHigh)
            .longs(WindowColumns.SAMPLE_LOW, sampleLow)
            .longs(
                WindowColumns.SAMPLE_TIME_MICROS,
                longs(order, row -> all.get(row).sampleTimeMicros()))
            .longs(
                WindowColumns.SAMPLE_END_MICROS,
                longs(order, row -> all.get(row).sampleEndMicros()))
            .encode(compression));
  }

  private TextId keep(String text) {
    TextId id = TextId.of(text);
    texts.put(id, text);
    return id;
  }

  private void statements() {
    StatementTable table = workload.statements();
    IntToLongFunction digest = row -> workload.texts().get(table.textIndex(row)).digest();
    IntUnaryOperator schema = row -> names.schemaId(table.schemaIndex(row));
    IntUnaryOperator origin = row -> names.originId(table.originIndex(row));
    int[] order = statementOrder(workload, names);
    LatencyColumns latencies = new LatencyColumns();
    TableWriter columns =
        new TableWriter(order.length)
            .longs(WindowColumns.DIGEST, longs(order, digest))
            .ints(WindowColumns.SCHEMA, ints(order, schema))
            .ints(WindowColumns.ORIGIN, ints(order, origin))
            .ints(
                WindowColumns.LATENCIES_END,
                ints(order, row -> latencies.add(table.histogram(row))));
    for (Measure measure : Measure.values()) {
      columns.longs(WindowColumns.of(measure), longs(order, row -> table.value(row, measure)));
    }
    add(WindowSection.STATEMENTS, columns.encode(compression));
    add(WindowSection.STATEMENT_LATENCIES, latencies.encode(compression));
  }

  private void minutes() {
    MinuteTable table = workload.minutes();
    IntUnaryOperator origin = row -> names.originId(table.originIndex(row));
    int[] order = minuteOrder(table, names);
    LatencyColumns latencies = new LatencyColumns();
    TableWriter columns =
        new TableWriter(order.length)
            .longs(WindowColumns.MINUTE, longs(order, row -> table.minute(row)))
            .ints(WindowColumns.ORIGIN, ints(order, origin))
            .ints(
                WindowColumns.LATENCIES_END,
                ints(order, row -> latencies.add(table.histogram(row))));
    for (Measure measure : Measure.values()) {
      if (measure.perMinute()) {
        columns.longs(WindowColumns.of(measure), longs(order, row -> table.value(row, measure)));
      }
    }
    add(WindowSection.MINUTES, columns.encode(compression));
    add(WindowSection.MINUTE_LATENCIES, latencies.encode(compression));
  }

  /** Statements by digest, schema and origin. */
  static int[] statementOrder(Workload workload, NameTables names) {
    StatementTable table = workload.statements();
    IntToLongFunction digest = row -> workload.texts().get(table.textIndex(row)).digest();
    IntUnaryOperator schema = row -> names.schemaId(table.schemaIndex(row));
    IntUnaryOperator origin = row -> names.originId(table.originIndex(row));
    return RowOrder.of(
        table.size(),
        (a, b) -> {
          int byDigest = Long.compare(digest.applyAsLong(a), digest.applyAsLong(b));
          int bySchema = Integer.compare(schema.applyAsInt(a), schema.applyAsInt(b));
          return byDigest != 0
              ? byDigest
              : bySchema != 0
                  ? bySchema
                  : Integer.compare(origin.applyAsInt(a), origin.applyAsInt(b));
        });
  }

  /** Minutes by time and origin. */
  static int[] minuteOrder(MinuteTable table, NameTables names) {
    IntUnaryOperator origin = row -> names.originId(table.originIndex(row));
    return RowOrder.of(
        table.size(),
        (a, b) -> {
          int byMinute = Long.compare(table.minute(a), table.minute(b));
          return byMinute != 0
              ? byMinute
              : Integer.compare(origin.applyAsInt(a), origin.applyAsInt(b));
        });
  }

  /** The issues of a workload in the order in which they are written. */
  static List<Issue> issuesOf(Workload workload) {
    return workload.quality().issues().stream()
        .sorted(Comparator.comparing(issue -> issue.reason().key()))
        .toList();
  }

  /** The sources likewise. */
  static List<SourceFile> sourcesOf(Workload workload) {
    return workload.sources().stream().sorted(Comparator.comparing(SourceFile::path)).toList();
  }

  static ByteBuffer encodeIssues(List<Issue> issues, Compression compression) {
    return new TableWriter(issues.size())
        .texts(WindowColumns.REASON, issues.stream().map(issue -> issue.reason().key()).toList())
        .longs(WindowColumns.COUNT, issues.stream().mapToLong(Issue::count).toArray())
        .texts(WindowColumns.PATH, issues.stream().map(Issue::firstPath).toList())
        .longs(WindowColumns.OFFSET, issues.stream().mapToLong(Issue::firstOffset).toArray())
        .encode(compression);
  }

  static ByteBuffer encodeSources(List<SourceFile> sources, Compression compression) {
    return new TableWriter(sources.size())
        .texts(WindowColumns.PATH, sources.stream().map(SourceFile::path).toList())
        .longs(WindowColumns.BYTES, sources.stream().mapToLong(SourceFile::bytes).toArray())
        .longs(WindowColumns.EVENTS, sources.stream().mapToLong(SourceFile::events).toArray())
        .longs(WindowColumns.ISSUES, sources.stream().mapToLong(SourceFile::issues).toArray())
        .encode(compression);
  }

  /** The id of a text's fingerprint; none where it has none that is worth keeping. */
  static TextId fingerprintId(StatementText text) {
    boolean none = text.lumped() || text.fingerprint().equals(StatementText.MISSING);
    return none ? TextId.NONE : TextId.of(text.fingerprint());
  }

  private void add(WindowSection section, ByteBuffer bytes) {
    add(file, section, bytes);
  }

  /** Adds a table; what is compressed can be verified column by column. */
  static void add(ContainerWriter file, WindowSection section, ByteBuffer bytes) {
    add(file, section.key(), bytes);
  }

  static void add(ContainerWriter file, String section, ByteBuffer bytes) {
    file.add(section, bytes, TableParts.of(bytes));
  }

  private static long[] longs(int[] order, IntToLongFunction valueOf) {
    long[] values = new long[order.length];
    for (int place = 0; place < order.length; place++) {
      values[place] = valueOf.applyAsLong(order[place]);
    }
    return values;
  }

  private static int[] ints(int[] order, IntUnaryOperator valueOf) {
    int[] values = new int[order.length];
    for (int place = 0; place < order.length; place++) {
      values[place] = valueOf.applyAsInt(order[place]);
    }
    return values;
  }
}
