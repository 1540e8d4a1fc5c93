package dev.watershed.rules.table;

import static dev.watershed.analyzer.index.TableMaker.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.query.QueryException;
import dev.watershed.analyzer.query.QueryLimits;
import dev.watershed.analyzer.query.QuerySession;
import dev.watershed.analyzer.query.QuerySink;
import dev.watershed.analyzer.query.QueryValue;
import dev.watershed.analyzer.query.RowColumn;
import dev.watershed.analyzer.query.RowTable;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.FleetFactsFixture;
import dev.watershed.rules.fleet.ProposedChange;
import dev.watershed.workload.TransactionOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables, of a service shop that owns orders and reads the items of stock. */
class FactTablesTest {

  private static final Path DOCS = Path.of("..", "docs", "tables.md");
  private static final Pattern CODE = Pattern.compile("`([a-z0-9_]+)`");
  private static final String PLACE = "`data_set`, `schema`, `table_name`";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          SELECT data_set, tables, statements FROM data_sets                       | db 3 4
          SELECT table_name, owner, row_count FROM tables ORDER BY 1               | items stock 500; log NULL NULL; orders shop 60000
          SELECT column_name, type FROM columns WHERE table_name = 'items'         | id bigint; a int
          SELECT index_name, column_name, is_unique FROM indexes WHERE table_name = 'orders' | PRIMARY id true; k member false
          SELECT table_name, column_names, referenced_table, on_delete FROM foreign_keys | orders [item] items no_action
          SELECT kind, calls, services, first_table FROM digests WHERE first_table = 'shop.items' AND kind = 'SELECT' | SELECT 1 [shop] shop.items
          SELECT service, sum(calls) FROM digest_services GROUP BY 1 ORDER BY 1    | shop 3; stock 1; NULL 1
          SELECT table_name, reads, writes FROM digest_tables ORDER BY ALL         | items false true; items true false; orders false true; orders true false
          SELECT service, table_name, reads, writes FROM service_tables WHERE table_name = 'items' ORDER BY 1 | shop items 1 0; stock items 0 1; NULL items 0 1
          SELECT service, transactions, statements FROM transactions               | shop 1 2
          SELECT table_name, writes FROM transaction_tables ORDER BY 1             | items false; orders true
          SELECT rule, service, table_name FROM earlier_violations                 | full-scans shop shop.orders
          SELECT DISTINCT kind FROM findings ORDER BY 1                            | foreign-read; unattributed-account
          SELECT count(*) > 0 FROM index_advice WHERE table_name = 'orders'        | true
          FROM indexes ORDER BY ALL | db shop items PRIMARY btree true true 1 id NULL NULL false; db shop log PRIMARY btree true true 1 id NULL NULL false; db shop orders PRIMARY btree true true 1 id NULL NULL false; db shop orders k btree false true 1 member NULL NULL false
          FROM foreign_keys | db shop orders fk_item [item] shop items [id] no_action no_action
          FROM columns WHERE table_name = 'orders' | db shop orders 1 id bigint false NULL NULL NULL false NULL true false; db shop orders 2 member int false NULL NULL NULL false NULL true false; db shop orders 3 price int false NULL NULL NULL false NULL true false; db shop orders 4 item int false NULL NULL NULL false NULL true false
          SELECT * EXCLUDE digest FROM digest_tables ORDER BY ALL | db shop shop items false true false false; db shop shop items true false false false; db shop shop orders false true false false; db shop shop orders true false false false
          FROM service_tables ORDER BY ALL | shop db shop items 1 0 0 0 100 false; shop db shop orders 1 1 0 0 100100 false; stock db shop items 0 1 0 0 100 false; NULL db shop items 0 1 0 0 100 false
          SELECT * EXCLUDE transaction_class FROM transaction_tables ORDER BY ALL | shop db shop items true false false; shop db shop orders false true false
          SELECT * EXCLUDE digest FROM digest_services ORDER BY ALL | db shop shop 1 100 60000 false; db shop shop 1 100 60000 false; db shop shop 1 100000 60000 false; db shop stock 1 100 60000 false; db shop NULL 1 100 60000 false
          SELECT * EXCLUDE transaction_class FROM transactions | shop db 1 4000 2 false
          FROM tables WHERE table_name = 'orders' | db shop orders shop InnoDB NULL NULL NULL 4 2 1 false 60000 9830400 NULL NULL NULL
          """)
  void eachTableAnswers(String sql, String expected) throws Exception {
    assertThat(answer(facts(), sql)).isEqualTo(expected);
  }

  @Test
  void everyColumnOfEveryTableCanBeRead() throws Exception {
    for (FleetFacts facts : List.of(facts(), facts().changedBy(ProposedChange.NOTHING))) {
      for (RowTable<?> each : FactTables.of(facts)) {
        answer(facts, "SELECT * FROM " + each.name());
      }
    }
  }

  @Test
  void theDocumentationHasEachTableAndColumn() throws IOException {
    String facts = Files.readString(DOCS).split("\n## ", -1)[1];
    Map<String, List<String>> documented = new LinkedHashMap<>();
    facts
        .lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.split(" \\| ", -1))
        .forEach(cells -> documented.put(names(cells[0]).get(0), names(cells[2])));
    Map<String, List<String>> real =
        Stream.of(facts(), facts().changedBy(ProposedChange.NOTHING))
            .flatMap(each -> FactTables.of(each).stream())
            .collect(
                Collectors.toMap(
                    RowTable::name,
                    each -> each.columns().stream().map(RowColumn::name).toList(),
                    (one, same) -> one,
                    LinkedHashMap::new));
    assertThat(documented).containsExactlyInAnyOrderEntriesOf(real);
  }

  /** The names in a cell, without those in brackets, which explain. */
  private static List<String> names(String cell) {
    String plain = cell.replace("*place*", PLACE).replaceAll("\\([^)]*\\)", "");
    return CODE.matcher(plain).results().map(found -> found.group(1)).toList();
  }

  private static FleetFacts facts() {
    return new FleetFactsFixture(
            new WorkloadFixture()
                .user("shop")
                .schema("shop")
                .rows(1, 60_000)
                .transaction(
                    TransactionOutcome.COMMITTED,
                    "SELECT a FROM items WHERE id = 1",
                    "UPDATE orders SET price = 1 WHERE id = 1")
                .statement("SELECT a FROM items WHERE id = 2")
                .run(100)
                .statement("UPDATE orders SET price = 1 WHERE id = 1")
                .run(100)
                .statement("SELECT price FROM orders WHERE price = 1")
                .run(100_000)
                .user("stock")
                .statement("UPDATE items SET a = 1 WHERE id = 1")
                .run(100)
                .user("nobody")
                .run(100))
        .service("shop", List.of("shop.orders"), List.of())
        .service("stock", List.of("shop.items"), List.of())
        .table(
            table("orders")
                .numbers("member", "price", "item")
                .key("k", false, "member")
                .foreignKey("item", "items")
                .rows(60_000, 600))
        .table(table("items").numbers("a").rows(500, 5))
        .table(table("log").numbers("a"))
        .violatedBefore("full-scans:shop:shop.orders:1234")
        .build();
  }

  private static String answer(FleetFacts facts, String sql) throws Exception {
    QueryLimits limits = new QueryLimits(0, Duration.ofSeconds(30), 256, 1);
    List<String> rows = new ArrayList<>();
    QuerySink sink =
        new QuerySink() {
          @Override
          public void columns(List<String> names) {}

          @Override
          public void row(List<QueryValue> values) {
            rows.add(values.stream().map(FactTablesTest::text).collect(Collectors.joining(" ")));
          }
        };
    try (QuerySession session = QuerySession.over(FactTables.of(facts), limits)) {
      session.answer(sql, Map.of(), sink);
    } catch (QueryException wrong) {
      throw new AssertionError(sql, wrong);
    }
    return String.join("; ", rows);
  }

  private static String text(QueryValue value) {
    if (value instanceof QueryValue.Number number) {
      return number.text().endsWith(".0")
          ? number.text().substring(0, number.text().length() - 2)
          : number.text();
    } else if (value instanceof QueryValue.Flag flag) {
      return Boolean.toString(flag.value());
    } else if (value instanceof QueryValue.Values several) {
      return several.values().stream().map(FactTablesTest::text).toList().toString();
    }
    return value instanceof QueryValue.Text text ? text.text() : "NULL";
  }
}
