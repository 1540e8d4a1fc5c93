package dev.watershed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code plan --what-if} on two servers with capacity and cost: what moves costs and needs. */
class PlanServersTest {

  @TempDir Path folder;
  private CommandRun run;

  @BeforeEach
  void collect() throws IOException {
    server("shop", 20);
    server("stock", 10);
    Files.writeString(
        folder.resolve("watershed.yaml"),
        """
        servers:
          - {name: shop-1, slowLog: shop.log, longQueryTimeSeconds: 0, catalog: shop.sql,
             capacity: {cpus: 8, bufferPoolGiB: 16}, cost: {currency: JPY, perMonth: 300000}}
          - {name: stock-1, slowLog: stock.log, longQueryTimeSeconds: 0, catalog: stock.sql,
             capacity: {cpus: 4, bufferPoolGiB: 8}, cost: {currency: JPY, perMonth: 100000}}
        services:
          - {name: shop, match: {users: [svc_shop]}, owns: ["shop.*"]}
          - {name: stock, match: {users: [svc_stock]}, owns: ["stock.*"]}
        """);
    run = new CommandRun(folder);
    run.execute("collect", "-c", "watershed.yaml", "--log-ended");
    assertThat(run.exitCode()).isZero();
  }

  private void server(String name, int times) throws IOException {
    Files.writeString(
        folder.resolve(name + ".sql"),
        "USE " + name + ";\nCREATE TABLE things (id int PRIMARY KEY, a int);\n");
    StringBuilder log = new StringBuilder();
    for (int minute = 0; minute < times; minute++) {
      log.append(
          String.format(
              Locale.ROOT,
              "# Time: 2026-11-23T02:%02d:30.000000Z\n"
                  + "# User@Host: svc_%s[svc_%s] @ host [10.0.0.1]  Id: 1\n"
                  + "# Query_time: 6.000000  Lock_time: 0.000001 Rows_sent: 0  Rows_examined: 1\n"
                  + "use %s;\nSET timestamp=1764000000;\nUPDATE things SET a = 1;\n",
              minute,
              name,
              name,
              name));
    }
    Files.writeString(folder.resolve(name + ".log"), log);
  }

  private String whatIf(String move, String... more) throws IOException {
    Files.writeString(
        folder.resolve("moves.yaml"), "format: watershed.moves/1\nmoves:\n  - " + move + "\n");
    String[] arguments = new String[more.length + 5];
    System.arraycopy(
        new String[] {"plan", "-c", "watershed.yaml", "--what-if", "moves.yaml"},
        0,
        arguments,
        0,
        5);
    System.arraycopy(more, 0, arguments, 5, more.length);
    run.execute(arguments);
    assertThat(run.errors()).isEmpty();
    assertThat(run.exitCode()).isZero();
    return run.output().replaceAll("\\s+", " ");
  }

  @Test
  void aServerThatNothingIsLeftOnSavesItsCostOnceTheOtherIsKnownToHoldIt() throws IOException {
    String text = whatIf("{moveSchemas: [stock], server: shop-1}");
    assertThat(text)
        .contains("stock-1: no table is left, it can be given back")
        .contains("money per month: 400,000 JPY → 300,000 to 400,000 JPY")
        .contains("whether it fits cannot be told: all these servers were seen at once for less")
        .contains("the sizes of tables are not known")
        .contains("to be looked at: setting version, sql_mode and character sets");
    assertThat(whatIf("{moveSchemas: [stock], server: shop-1}", "--format", "json"))
        .contains("\"takesFrom\" : [ \"stock-1\" ]")
        .contains("\"left\" : \"empty\"")
        .contains("\"fits\" : null")
        .contains("\"moneyPerMonth\" : {");
  }

  @Test
  void otherMovesShiftCostAndSaveNothing() throws IOException {
    assertThat(whatIf("{mergeServices: [stock], into: shop}"))
        .contains("servers: unchanged, 400,000 JPY a month")
        .contains("100,000 JPY a month that stock causes would be shop's; that saves nothing")
        .contains("capacity and money: unchanged");
  }

  @Test
  void aPlanSaysWhyItCannotTell() {
    run.execute("plan", "-c", "watershed.yaml");
    assertThat(run.exitCode()).isZero();
    assertThat(run.output().replaceAll("\\s+", " "))
        .contains(
            "whether one server could hold stock-1 on shop-1, shop-1 on stock-1 is not known:")
        .doesNotContain("put-together");
  }
}
