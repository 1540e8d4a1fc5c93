package dev.watershed.analyzer.coupling.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.inference.CatalogFixture;
import dev.watershed.sql.SqlMode;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.workload.Origin;
import dev.watershed.workload.catalog.ReferentialAction;
import dev.watershed.workload.observation.LockWaits;
import dev.watershed.workload.observation.ObservationBounds;
import dev.watershed.workload.observation.ObservationsBuilder;
import dev.watershed.workload.observation.WaitFigure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CouplingInputsTest {

  private final CouplingFixture fixture =
      new CouplingFixture()
          .service("booking", List.of("shop.*"), List.of())
          .service("admin", List.of(), List.of())
          .service("idle", List.of(), List.of());

  /** Every touch in words: party, uses, calls. */
  private static List<String> touches(CouplingInput input) {
    List<String> rows = new ArrayList<>();
    for (int row = 0; row < input.touches().size(); row++) {
      rows.add(
          input.parties().name(input.touches().party(row))
              + " "
              + uses(input, input.uses(), input.touches().statement(row))
              + " "
              + Math.round(input.touches().calls(row)));
    }
    return rows;
  }

  private static List<String> uses(CouplingInput input, TableUses uses, int row) {
    return IntStream.range(uses.start(row), uses.end(row))
        .mapToObj(
            use ->
                input.tables().label(uses.table(use))
                    + ":"
                    + uses.flags(use)
                    + uses.chain(use).map(chain -> "(" + chain + ")").orElse(""))
        .toList();
  }

  @Test
  void touchesAreThoseOfEachPartyInTheOrderOfNamesAndDigests() {
    CouplingInput input =
        fixture
            .tables("shop.items", "shop.orders", "shop.quiet")
            .in("shop")
            .run("booking", 3, "SELECT * FROM orders JOIN shop.items ON items.p = orders.id")
            .run("admin", 2, "UPDATE items SET a = 1")
            .run("nobody", 1, "SELECT a FROM items")
            .run("admin", 5, "ALTER TABLE items ADD b INT")
            .server("db")
            .build();
    assertThat(touches(input))
        .containsExactlyInAnyOrder(
            "admin [] 5",
            "admin [shop.items:2] 2",
            "booking [shop.items:1, shop.orders:1] 3",
            "(unattributed) [shop.items:1] 1");
    assertThat(IntStream.range(0, input.touches().size()).map(input.touches()::party)).isSorted();
    assertThat(input.parties().services()).isEqualTo(3);
    assertThat(input.parties().name(2)).isEqualTo("idle");
    assertThat(input.tables().all())
        .extracting(CoupledTable::name)
        .containsExactly("items", "orders", "quiet");
    assertThat(input.quality().definitions().calls()).isEqualTo(5);
    assertThat(input.quality().all().statements()).isEqualTo(4);
    assertThat(input.quality().accounts())
        .extracting(InputQuality.UnclaimedAccount::user)
        .containsExactly("nobody");
    assertThat(input.secondsOf("db")).isEqualTo(CouplingFixture.SECONDS);
  }

  @Test
  void inferredUsesHaveTheirChain() {
    fixture
        .catalog()
        .trigger("shop.log", "after update", "items", "INSERT INTO shop.audits VALUES (NEW.id)")
        .view("shop.open", "select a from shop.orders")
        .table(
            "shop.lines",
            CatalogFixture.key(
                "shop.orders", ReferentialAction.NO_ACTION, ReferentialAction.CASCADE));
    CouplingInput input =
        fixture
            .tables("shop.items", "shop.audits", "shop.orders")
            .in("shop")
            .run("admin", 1, "UPDATE items SET a = 1")
            .run("booking", 1, "DELETE FROM orders WHERE id = 1")
            .run("idle", 1, "SELECT a FROM open")
            .server("db")
            .build();
    assertThat(touches(input))
        .containsExactly(
            "admin [shop.audits:8(trigger shop.log after update on shop.items), shop.items:2] 1",
            "booking [shop.lines:8(cascade shop.lines.fk_orders on delete of shop.orders),"
                + " shop.orders:2] 1",
            "idle [shop.open:1, shop.orders:4(view shop.open)] 1");
    assertThat(input.tables().get(input.tables().find("db", "shop", "open").getAsInt()).kind())
        .isEqualTo(CoupledTable.Kind.VIEW);
  }

  @Test
  void whatCannotBeResolvedIsCounted() {
    CouplingInput input =
        fixture
            .tables("shop.items")
            .in("")
            .run("booking", 1, "SELECT a FROM items, others")
            .run("booking", 2, "SELECT a FROM shop.gone")
            .run("booking", 4, "SELECT FROM WHERE shop.items GROUP")
            .run("booking", 1, "CALL shop.unheard()")
            .server("db")
            .withoutCatalog()
            .run("booking", 8, "SELECT a FROM shop.items")
            .server("elsewhere")
            .build();
    InputQuality quality = input.quality();
    assertThat(quality.unknownSchema().calls()).isEqualTo(1);
    assertThat(quality.missingTable().calls()).isGreaterThanOrEqualTo(2);
    assertThat(quality.partial().calls()).isEqualTo(4);
    assertThat(quality.withoutCatalog()).containsExactly("elsewhere");
    assertThat(quality.unfollowed()).anyMatch(clause -> clause.contains("shop.unheard"));
    assertThat(input.tables().namesOfSeveral())
        .isEqualTo(Map.of("shop.items", List.of("db", "elsewhere")));
    int there = input.tables().find("elsewhere", "shop", "items").getAsInt();
    assertThat(input.tables().label(there)).isEqualTo("shop.items@elsewhere");
    assertThat(input.tables().get(there).kind()).isEqualTo(CoupledTable.Kind.UNCHECKED);
    int gone = input.tables().find("db", "shop", "gone").getAsInt();
    assertThat(input.tables().get(gone).kind()).isEqualTo(CoupledTable.Kind.MISSING);
  }

  @Test
  void transactionsAreHyperedgesOverAllTheirTables() {
    CouplingInput input =
        fixture
            .tables("shop.items", "shop.orders", "stock.items")
            .in("shop")
            .transaction("booking", 3, "SELECT a FROM items", "UPDATE orders SET a = 1")
            .transaction("admin", 2, "UPDATE orders SET a = 1")
            .server("db")
            .build();
    TransactionClasses classes = input.transactions();
    assertThat(classes.size()).isEqualTo(2);
    assertThat(input.parties().name(classes.party(1))).isEqualTo("booking");
    assertThat(classes.transactions(1)).isEqualTo(3);
    assertThat(classes.statements(0)).isEqualTo(1);
    assertThat(classes.statements(1)).isEqualTo(2);
    assertThat(classes.openTimeMicros(1)).as("2 ms a statement").isEqualTo(3 * 2 * 2_000);
    assertThat(uses(input, classes.uses(), 1)).containsExactly("shop.items:1", "shop.orders:2");
    assertThat(classes.partial(1)).isFalse();
    assertThat(input.quality().transactions().known()).isTrue();
  }

  /** The same text in two schemas: the other statement of the transaction tells which. */
  @Test
  void aDigestOfSeveralSchemasMeansTheOneThatAllHaveInCommon() {
    CouplingInput input =
        fixture
            .tables("shop.items", "shop.orders", "stock.items", "stock.orders")
            .in("stock")
            .run("booking", 1, "SELECT a FROM items")
            .in("shop")
            .transaction("booking", 1, "SELECT a FROM items", "UPDATE orders SET a = 1")
            .server("db")
            .build();
    assertThat(uses(input, input.transactions().uses(), 0))
        .containsExactly("shop.items:1", "shop.orders:2");
  }

  @Test
  void whereSeveralStayTheDigestIsLeftOutAndSaid() {
    CouplingInput input =
        fixture
            .tables("shop.items", "stock.items")
            .in("stock")
            .run("booking", 1, "SELECT a FROM items")
            .in("shop")
            .transaction("booking", 7, "SELECT a FROM items")
            .server("db")
            .build();
    assertThat(uses(input, input.transactions().uses(), 0)).isEmpty();
    assertThat(input.transactions().partial(0)).isTrue();
    assertThat(input.quality().transactions().partial()).isEqualTo(7);
  }

  /** Its tables have their schemas in the text: whichever it was, it is the same. */
  @Test
  void aDigestOfSeveralSchemasThatMeansTheSameInAllIsKnown() {
    CouplingInput input =
        fixture
            .tables("shop.items")
            .in("stock")
            .run("booking", 1, "SELECT a FROM shop.items")
            .in("shop")
            .transaction("booking", 7, "SELECT a FROM shop.items")
            .server("db")
            .build();
    assertThat(input.statements()).hasSize(2);
    assertThat(uses(input, input.transactions().uses(), 0)).containsExactly("shop.items:1");
    assertThat(input.transactions().partial(0)).isFalse();
    assertThat(input.quality().transactions().partial()).isZero();
  }

  @Test
  void modulesArePartiesOfTheirOwnWhereThatIsAsked() {
    fixture
        .modules("market", "gifts", "mail")
        .tables("market.gifts_a")
        .run("gifts", 2, "SELECT a FROM market.gifts_a")
        .run("mail", 1, "SELECT a FROM market.gifts_a")
        .server("db");
    assertThat(touches(fixture.build())).containsExactly("market [market.gifts_a:1] 3");
    assertThat(touches(fixture.build(PartyLevel.MODULE)))
        .containsExactly("market/gifts [market.gifts_a:1] 2", "market/mail [market.gifts_a:1] 1");
  }

  @Test
  void lockWaitsHaveTheirPartiesAndTable() {
    ObservationsBuilder observed = new ObservationsBuilder(ObservationBounds.standard());
    LockWaits.Key key =
        new LockWaits.Key("shop", "items", "PRIMARY", 1, origin("admin"), 2, origin("booking"));
    observed.lockWaits().add(key, WaitFigure.WAITS, 4);
    observed.lockWaits().add(key, WaitFigure.WAITED_MICROS, 9_000);
    CouplingInput input =
        fixture
            .tables("shop.items")
            .observed(observed.build())
            .run("admin", 1, "UPDATE shop.items SET a = 1")
            .server("db")
            .build();
    LockConflict conflict = input.lockConflicts().get(0);
    assertThat(input.parties().name(conflict.waiting())).isEqualTo("admin");
    assertThat(input.parties().name(conflict.blocking())).isEqualTo("booking");
    assertThat(input.tables().label(conflict.table().getAsInt())).isEqualTo("shop.items");
    assertThat(conflict.waitedMicros()).isEqualTo(9_000);
  }

  @Test
  void theLongestWaitIsTheFirstAndOfEqualOnesTheMoreWaits() {
    ObservationsBuilder observed = new ObservationsBuilder(ObservationBounds.standard());
    waits(observed, "admin", 1, 5_000);
    waits(observed, "booking", 2, 9_000);
    waits(observed, "idle", 3, 5_000);
    CouplingInput input =
        fixture.tables("shop.items").observed(observed.build()).server("db").build();
    assertThat(input.lockConflicts().stream().map(each -> input.parties().name(each.waiting())))
        .containsExactly("booking", "idle", "admin");
  }

  private static void waits(ObservationsBuilder observed, String user, long waits, long micros) {
    LockWaits.Key key =
        new LockWaits.Key("shop", "items", "PRIMARY", 1, origin(user), 2, origin("other"));
    observed.lockWaits().add(key, WaitFigure.WAITS, waits);
    observed.lockWaits().add(key, WaitFigure.WAITED_MICROS, micros);
  }

  @Test
  void theOrderOfTheServersDoesNotMatter() {
    CouplingInput forth = two("a", "b");
    CouplingInput back = two("b", "a");
    assertThat(touches(forth)).isEqualTo(touches(back));
    assertThat(forth.tables().all()).isEqualTo(back.tables().all());
    assertThat(forth.statements()).isEqualTo(back.statements());
  }

  private static CouplingInput two(String first, String second) {
    CouplingFixture both = new CouplingFixture().service("booking", List.of(), List.of());
    for (String server : List.of(first, second)) {
      both.tables("shop." + server, "shop.items")
          .run("booking", 1, "UPDATE shop." + server + " SET a = 1")
          .run("x", 1, "SELECT a FROM shop.items")
          .server(server);
    }
    return both.build();
  }

  private static Origin origin(String user) {
    return new Origin(user, "", List.of());
  }

  @Test
  void statementsAreFoundByTheirDigest() {
    CouplingInput input =
        fixture
            .tables("shop.items")
            .run("admin", 1, "SELECT a FROM shop.items")
            .server("db")
            .build();
    assertThat(input.statements().get(0).digest())
        .isEqualTo(Fingerprints.of("SELECT a FROM shop.items", SqlMode.standard()).digest());
  }
}
