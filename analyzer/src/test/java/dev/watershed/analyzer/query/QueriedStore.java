package dev.watershed.analyzer.query;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.workload.TransactionOutcome;
import dev.watershed.workload.store.CompactionPolicy;
import dev.watershed.workload.store.Store;
import dev.watershed.workload.store.StoreSnapshot;
import dev.watershed.workload.store.StoreWriter;
import dev.watershed.workload.store.WindowFilter;
import dev.watershed.workload.store.file.LocalStoreFiles;
import dev.watershed.workload.store.window.Seal;
import dev.watershed.workload.store.window.WindowHeader;
import dev.watershed.workload.store.window.WindowLevel;
import dev.watershed.workload.store.window.WindowName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.eclipse.collections.impl.factory.primitive.ByteLists;

/** A store of five slots with 300 statements and 12 transactions each, and what it answers. */
final class QueriedStore {

  private static final Instant START = Instant.parse("2026-11-23T00:00:00Z");
  private static final Duration SLOT = Duration.ofMinutes(15);

  private final Path folder;

  QueriedStore(Path folder) {
    this.folder = folder;
  }

  /** The rows of an answer, each as a line, and what is said about it. */
  record Answer(List<String> rows, StoreQuery.Result result) {

    Answer {
      rows = List.copyOf(rows);
    }
  }

  void write() throws IOException {
    Random random = new Random(5);
    try (StoreWriter writer = StoreWriter.open(files(), "test")) {
      for (int slot = 0; slot < 5; slot++) {
        Instant start = START.plus(SLOT.multipliedBy(slot));
        WindowName name = new WindowName("db", "slowlog", WindowLevel.SLOT, start, slot + 1L);
        Seal seal = new Seal(slot + 1L, 0, 1, ByteLists.immutable.empty());
        WorkloadFixture fixture = new WorkloadFixture();
        statements(fixture, start, random);
        transactions(fixture);
        writer.put(
            new WindowHeader(name, start, name.end(), "test", seal, List.of()), fixture.build());
      }
    }
  }

  private static void statements(WorkloadFixture fixture, Instant start, Random random) {
    for (int i = 0; i < 300; i++) {
      int table = random.nextInt(40);
      fixture
          .statement(select(table))
          .schema("s" + table % 3)
          .user("u" + random.nextInt(4))
          .at(start.plusMillis(random.nextInt(900_000)).toString())
          .rows(random.nextInt(9), random.nextInt(900))
          .lockMicros(random.nextInt(50))
          .run(1 + random.nextInt(1_000_000));
    }
  }

  /** Two accounts, two classes, three transactions of each. */
  private static void transactions(WorkloadFixture fixture) {
    for (int user = 0; user < 2; user++) {
      fixture.user("u" + user);
      for (TransactionOutcome outcome : TransactionOutcome.values()) {
        fixture.transaction(outcome, select(0));
        fixture.transaction(TransactionOutcome.COMMITTED, select(1), select(2));
      }
    }
  }

  private static String select(int table) {
    return "SELECT a FROM t" + table + " WHERE id = 1";
  }

  /** Compacts the store as of some time after its windows. */
  void compact(Duration later) throws IOException {
    try (StoreWriter writer = StoreWriter.open(files(), "test")) {
      writer.compact(CompactionPolicy.standard(), START.plus(later));
    }
  }

  /** Changes bytes of all sections of the file of a slot, but not its directory at the end. */
  void damage(int slot) throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("windows"))) {
      Path file = all.filter(Files::isRegularFile).sorted().toList().get(slot);
      byte[] bytes = Files.readAllBytes(file);
      for (int at = 64; at < bytes.length * 4 / 5; at += 64) {
        bytes[at] ^= 1;
      }
      Files.write(file, bytes);
    }
  }

  Answer answer(String sql) throws IOException, QueryException {
    List<String> lines = new ArrayList<>();
    QuerySink sink =
        new QuerySink() {
          @Override
          public void columns(List<String> names) {
            if (names.isEmpty()) {
              throw new AssertionError("an answer without columns");
            }
          }

          @Override
          public void row(List<QueryValue> values) {
            lines.add(String.join(" ", values.stream().map(QueriedStore::text).toList()));
          }
        };
    QueryLimits limits = new QueryLimits(0, Duration.ofSeconds(1), 256, 2);
    try (StoreSnapshot snapshot = snapshot()) {
      StoreQuery.Result result =
          StoreQuery.run(snapshot, ServiceMapping.accounts(), sql, limits, sink);
      return new Answer(lines, result);
    }
  }

  StoreSnapshot snapshot() throws IOException {
    return Store.open(files()).snapshot(WindowFilter.ALL);
  }

  private LocalStoreFiles files() {
    return new LocalStoreFiles(folder);
  }

  static String text(QueryValue value) {
    if (value instanceof QueryValue.Number number) {
      return number.text();
    } else if (value instanceof QueryValue.Text text) {
      return text.text();
    } else if (value instanceof QueryValue.Flag flag) {
      return Boolean.toString(flag.value());
    } else if (value instanceof QueryValue.Values values) {
      return values.values().stream().map(QueriedStore::text).toList().toString();
    }
    return "NULL";
  }
}
