package dev.watershed.rules.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.inference.CatalogFixture;
import dev.watershed.rules.fleet.FleetFactsFixture;
import dev.watershed.rules.fleet.FleetStatement;
import dev.watershed.workload.catalog.Catalog;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Triggers and routines of {@code shop} by which statements use {@code shop.ledger}. */
class ProgramUsesTest {

  private static final String INSERT = "BEGIN INSERT INTO ledger ( a ) VALUES ( ? ) ; END";

  private static CatalogFixture tables() {
    return new CatalogFixture().table("shop.ledger").table("shop.orders").table("other.t");
  }

  private static Catalog programs() {
    return tables()
        .procedure("shop.book", INSERT)
        .trigger("shop.orders_ai", "after insert", "orders", INSERT)
        .build();
  }

  /** Names without a schema are of the session's: a CALL names no table that would tell. */
  @ParameterizedTest
  @CsvSource({
    "shop, CALL book(1), true",
    "other, CALL book(1), false",
    "other, CALL shop.book(1), true",
    "shop, INSERT INTO orders SELECT id FROM other.t, true",
    "shop, INSERT INTO orders (a) VALUES (1), true",
    "shop, SELECT a FROM orders, false",
    "'', INSERT INTO shop.orders (a) VALUES (1), true",
    "'', CALL book(1), false",
  })
  void followsNamesFromTheSchemaOfTheSession(String schema, String sql, boolean uses) {
    assertThat(new ProgramUses(programs()).reaches(statement(schema, sql), "shop", "ledger"))
        .isEqualTo(uses);
  }

  /** The name of a trigger may be that of a procedure and of a function, too. */
  @Test
  void eachProgramHasItsOwnBody() {
    Catalog catalog =
        tables()
            .procedure("shop.same", "SELECT p FROM ledger")
            .function("shop.same", "RETURN ( SELECT MAX ( id ) FROM ledger )")
            .trigger("shop.same", "after insert", "orders", INSERT)
            .build();
    assertThat(columns(catalog, "INSERT INTO orders (id) VALUES (1)")).containsExactly("a");
    assertThat(columns(catalog, "CALL same()")).containsExactly("p");
    assertThat(columns(catalog, "SELECT shop.same()")).containsExactly("id");
  }

  /** Those of the ledger that a statement uses. */
  private static List<String> columns(Catalog catalog, String sql) {
    FleetStatement statement = statement("shop", sql);
    return Stream.of("id", "p", "a")
        .filter(each -> new ProgramUses(catalog).reaches(statement, "shop", "ledger", each))
        .toList();
  }

  private static FleetStatement statement(String schema, String sql) {
    WorkloadFixture workload = new WorkloadFixture().schema(schema).statement(sql).run(1_000);
    List<FleetStatement> statements = new FleetFactsFixture(workload).build().statements();
    assertThat(statements).hasSize(1);
    return statements.get(0);
  }
}
