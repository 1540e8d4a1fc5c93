package dev.watershed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands say the same with facts of an earlier run, without, and with what cannot be used. */
class FactsCacheTest {

  private static final String SECRET = "Q7secretQ7";

  @TempDir Path folder;
  private CommandRun run;

  @BeforeEach
  void collect() throws IOException {
    Files.writeString(
        folder.resolve("watershed.yaml"),
        "servers:\n  - {name: shop-1, slowLog: slow.log, longQueryTimeSeconds: 0, catalog: dump.sql}\n"
            + "  - {name: shop-2, slowLog: slow.log, longQueryTimeSeconds: 0}\n");
    Files.writeString(
        folder.resolve("dump.sql"),
        "USE shop;\nCREATE TABLE orders (id int PRIMARY KEY, member int, placed datetime);\n");
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 400; i++) {
      event(log, i, "SELECT id FROM orders WHERE member = " + i + " ORDER BY placed LIMIT 5");
    }
    event(log, 401, "SELECT id FROM orders WHERE member = '" + SECRET + "' OR note = 3 ((( 1");
    event(log, 402, "SELECT id FROM orders WHERE UPPER(member) = '" + SECRET + "'");
    Files.writeString(folder.resolve("slow.log"), log);
    run = new CommandRun(folder);
    run.execute("collect", "-c", "watershed.yaml", "--log-ended");
    assertThat(run.exitCode()).isZero();
  }

  private static void event(StringBuilder log, int second, String sql) {
    log.append(
        String.format(
            Locale.ROOT,
            "# Time: 2026-11-23T02:%02d:%02d.000000Z\n"
                + "# User@Host: app[app] @ host [10.0.0.1]  Id: 1\n"
                + "# Query_time: 0.050000  Lock_time: 0.000001 Rows_sent: 5  Rows_examined: 40000\n"
                + "use shop;\nSET timestamp=1764000000;\n%s;\n",
            second / 60,
            second % 60,
            sql));
  }

  private String advice() {
    run.execute("advise", "-c", "watershed.yaml", "--format", "json");
    assertThat(run.exitCode()).as(run.errors()).isZero();
    return run.output();
  }

  private Path cache() {
    return folder.resolve("workload/cache");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(cache())) {
      return files.sorted().toList();
    }
  }

  @Test
  void everyRunSaysTheSame() throws IOException {
    String first = advice();
    assertThat(first).contains("member");
    assertThat(run.errors()).isEmpty();
    assertThat(files()).as("one with the catalog, one without").hasSize(2);
    assertThat(advice()).isEqualTo(first);
    for (Path file : files()) {
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length - 1]++;
      Files.write(file, bytes);
    }
    assertThat(advice()).as("damaged").isEqualTo(first);
    for (Path file : files()) {
      Files.write(file, new byte[0]);
    }
    assertThat(advice()).as("empty").isEqualTo(first);
    assertThat(files()).allSatisfy(file -> assertThat(file).isNotEmptyFile());
  }

  @Test
  void aTableIsExplainedFromItToo() throws IOException {
    run.execute("explain", "shop.orders", "-c", "watershed.yaml");
    String first = run.output();
    assertThat(first).contains("orders");
    assertThat(files()).hasSize(2);
    run.execute("explain", "shop.orders", "-c", "watershed.yaml");
    assertThat(run.output()).isEqualTo(first);
  }

  @Test
  void whereItCannotBeWrittenThatIsSaidOnce() throws IOException {
    String first = advice();
    files().forEach(file -> assertThat(file.toFile().delete()).isTrue());
    Files.delete(cache());
    Files.writeString(cache(), "no folder");
    assertThat(advice()).isEqualTo(first);
    assertThat(run.errors().lines())
        .singleElement()
        .satisfies(line -> assertThat(line).contains("no cache of facts", "cache"));
  }

  @Test
  void itHoldsNoLiterals() throws IOException {
    advice();
    for (Path file : files()) {
      assertThat(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1))
          .contains("orders")
          .doesNotContain(SECRET);
    }
  }

  @Test
  void collectLeavesItAlone() throws IOException {
    advice();
    List<Path> before = files();
    run.execute("collect", "-c", "watershed.yaml", "--log-ended", "--compact");
    assertThat(run.exitCode()).as(run.errors()).isZero();
    assertThat(files()).isEqualTo(before);
  }
}
