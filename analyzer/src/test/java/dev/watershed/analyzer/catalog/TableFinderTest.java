package dev.watershed.analyzer.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.watershed.analyzer.catalog.CatalogedTable.Mention;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.CatalogGap;
import dev.watershed.workload.catalog.CatalogObject;
import dev.watershed.workload.catalog.ColumnDefinition;
import dev.watershed.workload.catalog.EventDefinition;
import dev.watershed.workload.catalog.ForeignKey;
import dev.watershed.workload.catalog.ReferentialAction;
import dev.watershed.workload.catalog.RoutineDefinition;
import dev.watershed.workload.catalog.SchemaDefinition;
import dev.watershed.workload.catalog.Security;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.catalog.TableKind;
import dev.watershed.workload.catalog.TriggerDefinition;
import dev.watershed.workload.catalog.TriggerDefinition.RowEvent;
import dev.watershed.workload.catalog.ViewDefinition;
import dev.watershed.workload.store.StoredCatalog;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableFinderTest {

  private static final TableDefinition ORDERS = table("orders", List.of());

  private final TableFinder finder =
      new TableFinder(
          List.of(
              stored(
                  "a",
                  schema(
                      "shop",
                      ORDERS,
                      table("items", List.of(key("of_order", Optional.empty(), "orders"))),
                      new ViewDefinition(
                          "open_orders",
                          List.of(),
                          "select id from orders where state = ?",
                          "MERGE",
                          Security.DEFINER),
                      new TriggerDefinition(
                          "log_order",
                          "orders",
                          false,
                          RowEvent.INSERT,
                          1,
                          "BEGIN INSERT INTO log.lines VALUES (?); END"),
                      new RoutineDefinition(
                          "tidy",
                          List.of(),
                          Optional.empty(),
                          false,
                          "CONTAINS SQL",
                          Security.DEFINER,
                          "BEGIN DELETE FROM orders WHERE a = ?; END")),
                  schema(
                      "log",
                      table("orders", List.of()),
                      table("lines", List.of(key("abroad", Optional.of("shop"), "orders"))),
                      new EventDefinition(
                          "nightly", "EVERY ? DAY", true, "UPDATE shop.orders SET a = ?"))),
              stored("b", schema("shop", ORDERS))));

  @Test
  void aTableIsFoundOnEveryServerThatHasIt() {
    assertThat(finder.find("shop.orders"))
        .extracting(CatalogedTable::server, CatalogedTable::qualifiedName)
        .containsExactly(tuple("a", "shop.orders"), tuple("b", "shop.orders"));
    assertThat(finder.find("SHOP.Orders")).hasSize(2);
    assertThat(finder.find("shop.open_orders")).hasSize(1);
    assertThat(finder.find("shop.tidy")).as("a routine is no table").isEmpty();
  }

  @Test
  void whateverRefersToItIsWithIt() {
    CatalogedTable orders = finder.find("shop.orders").get(0);
    assertThat(orders.referencedBy())
        .extracting(CatalogedTable.IncomingKey::table)
        .containsExactly("log.lines", "shop.items");
    assertThat(orders.triggers()).extracting(TriggerDefinition::name).containsExactly("log_order");
    assertThat(orders.mentions())
        .containsExactly(
            new Mention("event", "log.nightly", true),
            new Mention("view", "shop.open_orders", false),
            new Mention("procedure", "shop.tidy", true));
    assertThat(finder.find("log.lines").get(0).mentions())
        .containsExactly(new Mention("trigger", "shop.log_order", true));
    assertThat(finder.find("log.orders").get(0).referencedBy()).isEmpty();
  }

  @Test
  void theNamesOfTablesAndViewsAreKnown() {
    assertThat(finder.names())
        .containsExactly(
            "log.lines", "log.orders", "shop.items", "shop.open_orders", "shop.orders");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tables         | true",
        "dump.sql:3:24  | true",
        "dump.sql       | true",
        "SHOP.hidden    | true",
        "triggers       | false",
        "shop.other     | false",
      })
  void aTableMayBeBehindAGap(String place, boolean hides) {
    Catalog lacking =
        new Catalog(
            Instant.EPOCH,
            Optional.empty(),
            List.of(schema("shop", ORDERS)),
            List.of(),
            List.of(),
            List.of(new CatalogGap(place, "why")));
    TableFinder one = new TableFinder(List.of(new StoredCatalog("a", lacking)));
    assertThat(one.hiding("shop.hidden")).hasSize(hides ? 1 : 0);
    assertThat(one.hiding("shop.orders")).as("it is there").isEmpty();
    assertThat(one.find("shop.orders").get(0).gaps()).hasSize(1);
  }

  private static StoredCatalog stored(String server, SchemaDefinition... schemas) {
    return new StoredCatalog(
        server,
        new Catalog(
            Instant.EPOCH, Optional.empty(), List.of(schemas), List.of(), List.of(), List.of()));
  }

  private static SchemaDefinition schema(String name, CatalogObject... objects) {
    return new SchemaDefinition(name, Optional.empty(), Optional.empty(), List.of(objects));
  }

  private static TableDefinition table(String name, List<ForeignKey> keys) {
    ColumnDefinition id =
        new ColumnDefinition(
            "id",
            "int",
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            false,
            Optional.empty(),
            true,
            false);
    return new TableDefinition(
        name,
        TableKind.BASE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        List.of(id),
        List.of(),
        keys,
        List.of());
  }

  private static ForeignKey key(String name, Optional<String> schema, String table) {
    return new ForeignKey(
        name,
        List.of("id"),
        schema,
        table,
        List.of("id"),
        ReferentialAction.NO_ACTION,
        ReferentialAction.CASCADE);
  }
}
