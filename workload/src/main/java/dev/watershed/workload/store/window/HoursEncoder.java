package dev.watershed.workload.store.window;

import dev.watershed.workload.Issue;
import dev.watershed.workload.KeptHashes;
import dev.watershed.workload.LumpedCombinations;
import dev.watershed.workload.Measure;
import dev.watershed.workload.MinuteTable;
import dev.watershed.workload.Origin;
import dev.watershed.workload.Quality;
import dev.watershed.workload.SourceFile;
import dev.watershed.workload.StatementTable;
import dev.watershed.workload.TransactionClass;
import dev.watershed.workload.TransactionMeasure;
import dev.watershed.workload.TransactionTable;
import dev.watershed.workload.Workload;
import dev.watershed.workload.store.column.Column;
import dev.watershed.workload.store.column.Compression;
import dev.watershed.workload.store.column.Micros;
import dev.watershed.workload.store.column.TableWriter;
import dev.watershed.workload.store.container.ContainerWriter;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
import org.eclipse.collections.impl.list.mutable.primitive.LongArrayList;

/**
 * Writes the hours of a day as one file: each of them can still be read alone, but names stand once
 * and columns are long. Add the hours in order, then {@link #encode}.
 */
public final class HoursEncoder {

  private static final Compression COMPRESSION = Compression.ZSTD;
  private static final Comparator<String> BY_NAME = Comparator.naturalOrder();
  private static final Comparator<Origin> BY_CONTENT = Comparator.naturalOrder();

  /** What rankings and percentiles read of each row. */
  private static final Column[] ASKED_FOR_MOST = {
    WindowColumns.DIGEST_ROW,
    WindowColumns.LATENCIES,
    WindowColumns.of(Measure.CALLS),
    WindowColumns.of(Measure.TIME_MICROS),
    WindowColumns.of(Measure.TIME_MICROS_MIN),
    WindowColumns.of(Measure.TIME_MICROS_MAX)
  };

  private final Interned<String> schemas = new Interned<>();
  private final Interned<Origin> origins = new Interned<>();
  private final Interned<TransactionClass> classes = new Interned<>();
  private final DigestColumns digests = new DigestColumns();
  private final FigureColumns statements =
      new FigureColumns(Arrays.stream(Measure.values()).map(WindowColumns::of).toList());
  private final IntArrayList statementDigests = new IntArrayList();
  private final IntArrayList statementSchemas = new IntArrayList();
  private final IntArrayList statementOrigins = new IntArrayList();
  private final List<Measure> minuteMeasures =
      Arrays.stream(Measure.values()).filter(Measure::perMinute).toList();
  private final FigureColumns minutes =
      new FigureColumns(minuteMeasures.stream().map(WindowColumns::of).toList());
  private final LongArrayList minuteOf = new LongArrayList();
  private final IntArrayList minuteOrigins = new IntArrayList();
  private final FigureColumns transactions =
      new FigureColumns(Arrays.stream(TransactionMeasure.values()).map(WindowColumns::of).toList());
  private final IntArrayList transactionClasses = new IntArrayList();
  private final IntArrayList transactionOrigins = new IntArrayList();
  private final List<LumpedCombinations> lumped = new ArrayList<>();
  private int lumpedRows;
  private final List<Issue> issues = new ArrayList<>();
  private final List<SourceFile> sources = new ArrayList<>();
  private final List<Hour> hours = new ArrayList<>();
  private final Map<WindowSection, IntArrayList> ends = new EnumMap<>(WindowSection.class);

  /** What an hour says of itself. */
  private record Hour(
      Instant start,
      Instant observedFrom,
      Instant observedUntil,
      Quality quality,
      KeptHashes kept) {}

  /** Adds an hour, after those that are earlier. */
  public void add(Instant start, Instant observedFrom, Instant observedUntil, Workload workload) {
    if (!hours.isEmpty() && !hours.get(hours.size() - 1).start().isBefore(start)) {
      throw new IllegalArgumentException("hours out of order: " + start);
    }
    NameTables names = new NameTables(workload);
    names.schemas().forEach(schemas::idOf);
    names.origins().forEach(origins::idOf);
    workload.texts().forEach(digests::idOf);
    digests.addSamples(workload.texts());
    addStatements(workload, names);
    addMinutes(workload.minutes(), names);
    addTransactions(workload.transactions(), names);
    lumped.add(workload.lumpedCombinations());
    lumpedRows += LumpedTable.rows(workload.lumpedCombinations());
    issues.addAll(WindowEncoder.issuesOf(workload));
    sources.addAll(WindowEncoder.sourcesOf(workload));
    hours.add(
        new Hour(start, observedFrom, observedUntil, workload.quality(), workload.keptHashes()));
    end(WindowSection.SAMPLES, digests.samples());
    end(WindowSection.STATEMENTS, statements.rows());
    end(WindowSection.STATEMENT_LATENCIES, statements.latencies());
    end(WindowSection.MINUTES, minutes.rows());
    end(WindowSection.MINUTE_LATENCIES, minutes.latencies());
    end(WindowSection.TRANSACTIONS, transactions.rows());
    end(WindowSection.LUMPED_COMBINATIONS, lumpedRows);
    end(WindowSection.ISSUES, issues.size());
    end(WindowSection.SOURCES, sources.size());
  }

  private void addStatements(Workload workload, NameTables names) {
    StatementTable table = workload.statements();
    Measure[] measures = Measure.values();
    for (int row : WindowEncoder.statementOrder(workload, names)) {
      statementDigests.add(digests.idOf(workload.texts().get(table.textIndex(row))));
      statementSchemas.add(schemas.idOf(names.schema(names.schemaId(table.schemaIndex(row)))));
      statementOrigins.add(origins.idOf(names.origin(names.originId(table.originIndex(row)))));
      statements.add(column -> table.value(row, measures[column]));
      statements.add(table.histogram(row));
    }
  }

  private void addMinutes(MinuteTable table, NameTables names) {
    for (int row : WindowEncoder.minuteOrder(table, names)) {
      minuteOf.add(table.minute(row));
      minuteOrigins.add(origins.idOf(names.origin(names.originId(table.originIndex(row)))));
      minutes.add(column -> table.value(row, minuteMeasures.get(column)));
      minutes.add(table.histogram(row));
    }
  }

  private void addTransactions(TransactionTable table, NameTables names) {
    TransactionMeasure[] measures = TransactionMeasure.values();
    for (int row : TransactionTables.order(table, names)) {
      transactionClasses.add(classes.idOf(table.transactionClass(row)));
      transactionOrigins.add(origins.idOf(names.origin(names.originId(table.originIndex(row)))));
      transactions.add(column -> table.value(row, measures[column]));
    }
  }

  private void end(WindowSection section, int rows) {
    ends.computeIfAbsent(section, key -> new IntArrayList()).add(rows);
  }

  /** The bytes of the file. The same hours give the same bytes. */
  public WindowEncoder.Encoded encode(WindowHeader header) {
    ContainerWriter file = new ContainerWriter(WindowEncoder.KIND);
    add(file, WindowSection.HEADER, HeaderTable.encode(header, Compression.NONE));
    add(
        file,
        WindowSection.SUPERSEDED,
        HeaderTable.encodeSuperseded(header.superseded(), COMPRESSION));
    add(file, WindowSection.HOURS, encodeHours());
    NameTables.write(schemas.sorted(BY_NAME), origins.sorted(BY_CONTENT), file, COMPRESSION);
    add(file, WindowSection.DIGESTS, digests.encode(COMPRESSION));
    add(file, WindowSection.SAMPLES, digests.encodeSamples(COMPRESSION));
    writeStatements(file);
    writeMinutes(file);
    writeTransactions(file);
    LumpedTable.encode(lumped, COMPRESSION)
        .ifPresent(table -> add(file, WindowSection.LUMPED_COMBINATIONS, table));
    add(file, WindowSection.ISSUES, WindowEncoder.encodeIssues(issues, COMPRESSION));
    add(file, WindowSection.SOURCES, WindowEncoder.encodeSources(sources, COMPRESSION));
    return new WindowEncoder.Encoded(file.finish(), digests.texts());
  }

  private ByteBuffer encodeHours() {
    TableWriter table =
        new TableWriter(hours.size())
            .longs(WindowColumns.START_MICROS, micros(hours.stream().map(Hour::start).toList()))
            .longs(
                WindowColumns.OBSERVED_FROM_MICROS,
                micros(hours.stream().map(Hour::observedFrom).toList()))
            .longs(
                WindowColumns.OBSERVED_UNTIL_MICROS,
                micros(hours.stream().map(Hour::observedUntil).toList()));
    HeaderTable.visibility(
        table, hours.stream().map(Hour::quality).toList(), hours.stream().map(Hour::kept).toList());
    ends.forEach((section, end) -> table.ints(WindowColumns.end(section), end.toArray()));
    return table.encode(Compression.NONE);
  }

  private void writeStatements(ContainerWriter file) {
    TableWriter table =
        new TableWriter(statements.rows())
            .ints(WindowColumns.DIGEST_ROW, digests.sortedIds(statementDigests))
            .ints(WindowColumns.SCHEMA, schemas.sortedIds(statementSchemas, BY_NAME))
            .ints(WindowColumns.ORIGIN, origins.sortedIds(statementOrigins, BY_CONTENT));
    statements.writeTo(table);
    table.plain(ASKED_FOR_MOST);
    add(file, WindowSection.STATEMENTS, table.encode(COMPRESSION));
    add(file, WindowSection.STATEMENT_LATENCIES, statements.encodePlainLatencies(COMPRESSION));
  }

  private void writeMinutes(ContainerWriter file) {
    TableWriter table =
        new TableWriter(minutes.rows())
            .longs(WindowColumns.MINUTE, minuteOf.toArray())
            .ints(WindowColumns.ORIGIN, origins.sortedIds(minuteOrigins, BY_CONTENT));
    minutes.writeTo(table);
    add(file, WindowSection.MINUTES, table.encode(COMPRESSION));
    add(file, WindowSection.MINUTE_LATENCIES, minutes.encodeLatencies(COMPRESSION));
  }

  private void writeTransactions(ContainerWriter file) {
    TransactionTables.writeClasses(classes.sorted(TransactionTables.BY_CONTENT), file, COMPRESSION);
    TableWriter table =
        new TableWriter(transactions.rows())
            .ints(
                WindowColumns.CLASS,
                classes.sortedIds(transactionClasses, TransactionTables.BY_CONTENT))
            .ints(WindowColumns.ORIGIN, origins.sortedIds(transactionOrigins, BY_CONTENT));
    transactions.writeTo(table);
    add(file, WindowSection.TRANSACTIONS, table.encode(COMPRESSION));
  }

  private static void add(ContainerWriter file, WindowSection section, ByteBuffer bytes) {
    WindowEncoder.add(file, section, bytes);
  }

  private static long[] micros(List<Instant> instants) {
    return instants.stream().mapToLong(Micros::of).toArray();
  }
}
