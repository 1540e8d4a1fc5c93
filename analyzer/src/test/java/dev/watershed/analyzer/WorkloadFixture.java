package dev.watershed.analyzer;

import dev.watershed.sql.SqlMode;
import dev.watershed.sql.fingerprint.Fingerprint;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.workload.Execution;
import dev.watershed.workload.IssueReason;
import dev.watershed.workload.Measure;
import dev.watershed.workload.Origin;
import dev.watershed.workload.OriginTag;
import dev.watershed.workload.SourceFile;
import dev.watershed.workload.TransactionClass;
import dev.watershed.workload.TransactionOutcome;
import dev.watershed.workload.Workload;
import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.WorkloadBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Builds small workloads whose figures one can check by hand. */
public final class WorkloadFixture {

  private final WorkloadBuilder builder;
  private final Execution execution = new Execution();
  private OptionalDouble longQueryTimeSeconds = OptionalDouble.of(0);
  private List<SourceFile> sources = List.of(new SourceFile("slow.log", 12_345, 0, 0));
  private String statement = "SELECT 1";
  private String schema = "";
  private String user = "app";
  private String host = "10.0.0.0/24";
  private List<OriginTag> tags = List.of();
  private Optional<Instant> end = Optional.of(Instant.parse("2026-11-23T10:00:30Z"));
  private long rowsSent;
  private long rowsExamined;
  private long rowsAffected;
  private long lockMicros;
  private long fullScans;
  private long diskTables;
  private long errors;
  private long weight = 1;

  public WorkloadFixture() {
    this(WorkloadBounds.standard());
  }

  public WorkloadFixture(WorkloadBounds bounds) {
    builder = new WorkloadBuilder(bounds);
  }

  /** The statement of the executions that follow, raw; its fingerprint is made here. */
  public WorkloadFixture statement(String sql) {
    statement = sql;
    return this;
  }

  /** The schema of the executions that follow; empty for none. */
  public WorkloadFixture schema(String name) {
    schema = name;
    return this;
  }

  /** The account of the executions that follow. */
  public WorkloadFixture user(String name) {
    user = name;
    return this;
  }

  /** The comment tags of the executions that follow. */
  public WorkloadFixture tags(OriginTag... given) {
    tags = List.of(given);
    return this;
  }

  /** When the executions that follow ended. */
  public WorkloadFixture at(String instant) {
    end = Optional.of(Instant.parse(instant));
    return this;
  }

  /** When the executions that follow ended is not known. */
  public WorkloadFixture withoutTime() {
    end = Optional.empty();
    return this;
  }

  /** Rows of each execution that follows. */
  public WorkloadFixture rows(long sent, long examined) {
    rowsSent = sent;
    rowsExamined = examined;
    return this;
  }

  /** Rows that each execution that follows writes. */
  public WorkloadFixture affected(long rows) {
    rowsAffected = rows;
    return this;
  }

  /** Whether each execution that follows scans a whole table. */
  public WorkloadFixture fullScan(boolean scans) {
    fullScans = scans ? 1 : 0;
    return this;
  }

  /** How many temporary tables on disk each of the executions that follow makes. */
  public WorkloadFixture diskTables(long tables) {
    diskTables = tables;
    return this;
  }

  /** Whether the executions that follow fail. */
  public WorkloadFixture fails(boolean fail) {
    errors = fail ? 1 : 0;
    return this;
  }

  /** Lock time of each execution that follows. */
  public WorkloadFixture lockMicros(long micros) {
    lockMicros = micros;
    return this;
  }

  /** How many executions each event that follows stands for. */
  public WorkloadFixture weight(long executions) {
    weight = executions;
    return this;
  }

  /** Adds an execution per time. */
  public WorkloadFixture run(long... micros) {
    for (long time : micros) {
      add(time);
    }
    return this;
  }

  /** Adds a transaction of the account in which these statements ran, a millisecond each. */
  public WorkloadFixture transaction(TransactionOutcome outcome, String... statements) {
    long[] digests =
        Arrays.stream(statements)
            .mapToLong(sql -> Fingerprints.of(sql, SqlMode.standard()).digest())
            .sorted()
            .distinct()
            .toArray();
    builder.addTransaction(
        TransactionClass.of(digests, false),
        builder.originIndex(new Origin(user, host, tags)),
        outcome,
        statements.length,
        1_000L * statements.length,
        2_000L * statements.length);
    return this;
  }

  /** Counts an issue at the first source. */
  public WorkloadFixture issue(IssueReason reason, long count, long offset) {
    builder.issue(reason, count, 0, offset);
    return this;
  }

  /** The threshold of the log; empty for unknown. */
  public WorkloadFixture longQueryTime(OptionalDouble seconds) {
    longQueryTimeSeconds = seconds;
    return this;
  }

  /** Keeps the executions added so far, and those that follow, by wider slots than a minute. */
  public WorkloadFixture widened(int slotMinutes) {
    builder.widenMinutes(slotMinutes);
    return this;
  }

  /** The inputs. */
  public WorkloadFixture sources(SourceFile... files) {
    sources = List.of(files);
    return this;
  }

  /** The workload; samples are the raw statements. */
  public Workload build() {
    return builder.build(
        sources, longQueryTimeSeconds, bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  private void add(long micros) {
    Fingerprint fingerprint = Fingerprints.of(statement, SqlMode.standard());
    int text = builder.textIndex(fingerprint.digest());
    if (text < 0) {
      text = builder.defineText(fingerprint.digest(), fingerprint.text(), fingerprint.truncated());
    }
    execution.clear();
    execution.weight(weight);
    execution.timeMicros(micros);
    end.ifPresent(
        known -> execution.endedAtMicros(ChronoUnit.MICROS.between(Instant.EPOCH, known)));
    execution.set(Measure.ROWS_SENT, rowsSent);
    execution.set(Measure.ROWS_EXAMINED, rowsExamined);
    execution.set(Measure.ROWS_AFFECTED, rowsAffected);
    execution.set(Measure.LOCK_TIME_MICROS, lockMicros);
    execution.set(Measure.FULL_SCANS, fullScans);
    execution.set(Measure.TEMPORARY_DISK_TABLES, diskTables);
    execution.set(Measure.ERRORS, errors);
    int schemaIndex = schema.isEmpty() ? WorkloadBuilder.NO_SCHEMA : builder.schemaIndex(schema);
    execution.keys(text, schemaIndex, builder.originIndex(new Origin(user, host, tags)));
    if (builder.wantsSample(text, micros, 0, 0, 0)) {
      builder.sample(text, micros, 0, 0, 0, statement.getBytes(StandardCharsets.UTF_8));
    }
    builder.add(execution);
  }
}
