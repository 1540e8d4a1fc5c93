package dev.watershed.benchmarks.coupling;

import dev.watershed.analyzer.service.Glob;
import dev.watershed.analyzer.service.Match;
import dev.watershed.analyzer.service.Service;
import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.analyzer.service.TablePattern;
import dev.watershed.sql.SqlMode;
import dev.watershed.sql.fingerprint.Fingerprint;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.workload.Execution;
import dev.watershed.workload.Origin;
import dev.watershed.workload.TransactionClass;
import dev.watershed.workload.TransactionOutcome;
import dev.watershed.workload.Workload;
import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.WorkloadBuilder;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.ColumnDefinition;
import dev.watershed.workload.catalog.SchemaDefinition;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.catalog.TableKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;

/**
 * A fleet that is made up: each service has a schema and works on its own tables; one statement of
 * ten names a table of another one, and each statement has up to six senders.
 */
public final class CouplingWorkload {

  private static final int MOST_SENDERS = 6;
  private static final int MOST_STATEMENTS = 8;

  private final Random random;
  private final int tables;
  private final int services;
  private final CouplingStatements sent;
  private final List<Long> digests = new ArrayList<>();
  private final WorkloadBuilder builder = new WorkloadBuilder(WorkloadBounds.standard());

  /** Of so many tables and services. */
  public CouplingWorkload(long seed, int tables, int services) {
    this.random = new Random(seed);
    this.tables = tables;
    this.services = services;
    this.sent = new CouplingStatements(random, tables, services);
  }

  /** The services, each the owner of its schema. */
  public ServiceMapping mapping() {
    List<Service> all = new ArrayList<>();
    for (int service = 0; service < services; service++) {
      all.add(
          new Service(
              "service" + service,
              Optional.empty(),
              Optional.of(
                  new Match(List.of(new Glob("user" + service)), List.of(), List.of(), List.of())),
              List.of(TablePattern.parse("schema" + service + ".*")),
              List.of(),
              List.of()));
    }
    return ServiceMapping.of(all);
  }

  /** Its tables. */
  public Catalog catalog() {
    List<SchemaDefinition> schemas = new ArrayList<>();
    for (int service = 0; service < services; service++) {
      List<TableDefinition> own = new ArrayList<>();
      for (int table = service; table < tables; table += services) {
        own.add(table(table));
      }
      schemas.add(
          new SchemaDefinition(
              "schema" + service, Optional.empty(), Optional.empty(), List.copyOf(own)));
    }
    return new Catalog(Instant.EPOCH, Optional.empty(), schemas, List.of(), List.of(), List.of());
  }

  private static TableDefinition table(int table) {
    return new TableDefinition(
        "t" + table,
        TableKind.BASE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        List.of(column("id"), column("a"), column("b")),
        List.of(),
        List.of(),
        List.of());
  }

  private static ColumnDefinition column(String name) {
    return new ColumnDefinition(
        name,
        "int",
        true,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        Optional.empty(),
        true,
        false);
  }

  /** What it sends. */
  public Workload workload(int statements, int classes) {
    while (digests.size() < statements) {
      statement(digests.size());
    }
    for (int i = 0; i < classes; i++) {
      long[] own =
          random
              .ints(2 + random.nextInt(MOST_STATEMENTS), 0, digests.size())
              .mapToLong(digests::get)
              .sorted()
              .distinct()
              .toArray();
      builder.addTransaction(
          TransactionClass.of(own, false),
          builder.originIndex(origin(random.nextInt(services))),
          TransactionOutcome.COMMITTED,
          own.length,
          own.length,
          own.length);
    }
    return builder.build(
        List.of(), OptionalDouble.of(0), bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  private void statement(int number) {
    String sql = sent.next(number);
    Fingerprint fingerprint = Fingerprints.of(sql, SqlMode.standard());
    int text =
        builder.defineText(fingerprint.digest(), fingerprint.text(), fingerprint.truncated());
    digests.add(fingerprint.digest());
    for (int i = 0; i <= random.nextInt(MOST_SENDERS); i++) {
      Execution execution = new Execution();
      execution.clear();
      execution.weight(1 + random.nextInt(1_000));
      execution.timeMicros(1_000);
      execution.keys(
          text, WorkloadBuilder.NO_SCHEMA, builder.originIndex(origin(random.nextInt(services))));
      builder.add(execution);
    }
  }

  private static Origin origin(int service) {
    return new Origin("user" + service, "10.0.0.0/24", List.of());
  }
}
