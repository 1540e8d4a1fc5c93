package dev.watershed.analyzer.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.inference.CatalogFixture;
import dev.watershed.analyzer.inference.Inference;
import dev.watershed.analyzer.inference.InferredTouch;
import dev.watershed.sql.SqlMode;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.workload.Workload;
import dev.watershed.workload.store.StoredCatalog;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** An update of orders writes lines by a trigger; a view reads lines and items. */
class InferenceRankerTest {

  private static final String UPDATE = "UPDATE orders SET a = 1";
  private static final String VIEW = "SELECT * FROM open";
  private static final String ITEMS = "SELECT * FROM Items";

  private static final Visibility ALL =
      new Visibility(OptionalDouble.of(0), OptionalLong.empty(), false);

  private static final List<StoredCatalog> CATALOGS =
      List.of(
          new StoredCatalog(
              "db",
              new CatalogFixture()
                  .table("market.orders")
                  .table("market.lines")
                  .table("market.items")
                  .table("market.old")
                  .trigger(
                      "market.t", "after update", "orders", "INSERT INTO lines VALUES (NEW.id)")
                  .view("market.open", "select l.a from market.lines l, market.items i")
                  .event("market.nightly", true, "DELETE FROM market.old")
                  .event("market.sweep", true, "DELETE FROM market.lines")
                  .build()));

  private final Workload workload =
      new WorkloadFixture()
          .schema("market")
          .statement(UPDATE)
          .run(100, 100, 100)
          .statement(VIEW)
          .user("web")
          .run(300)
          .user("batch")
          .run(200)
          .statement(ITEMS)
          .run(9_000)
          .build();

  private static String id(String sql) {
    return Fingerprints.idOf(digest(sql));
  }

  private static long digest(String sql) {
    return Fingerprints.of(sql, SqlMode.standard()).digest();
  }

  @Test
  void theMostExecutionsAreTheFirstAndEventsAloneTheLast() {
    InferredTables tables = InferenceRanker.rank(workload, CATALOGS, ALL);
    assertThat(tables.known()).isTrue();
    assertThat(tables.tables())
        .extracting(
            InferredTable::name,
            InferredTable::calls,
            InferredTable::written,
            InferredTable::named,
            InferredTable::digests,
            InferredTable::events)
        .containsExactly(
            tuple(
                "market.lines",
                5L,
                true,
                false,
                List.of(id(VIEW), id(UPDATE)),
                List.of("market.sweep")),
            tuple("market.items", 2L, false, true, List.of(id(VIEW)), List.of()),
            tuple("market.old", 0L, true, false, List.of(), List.of("market.nightly")));
  }

  @Test
  void figuresAreThoseOfTheStatementsAndTheExampleIsTheMostTimes() {
    List<InferredTable> tables = InferenceRanker.rank(workload, CATALOGS, ALL).tables();
    InferredTable lines = tables.get(0);
    assertThat(lines.digestCount()).isEqualTo(2);
    assertThat(lines.figures().orElseThrow().timeMicros()).isEqualTo(800);
    assertThat(lines.example().chainText()).isEqualTo("view market.open");
    InferredTable old = tables.get(2);
    assertThat(old.figures()).isEmpty();
    assertThat(old.example().chainText()).isEqualTo("event market.nightly");
  }

  @Test
  void withoutACatalogNothingIsKnown() {
    assertThat(InferenceRanker.rank(workload, List.of(), ALL)).isEqualTo(InferredTables.UNKNOWN);
    assertThat(new WorkloadInference(workload, List.of()).ofDigest(digest(UPDATE)))
        .isEqualTo(DigestInference.UNKNOWN);
  }

  /** The other schema's table has a trigger of its own. */
  @Test
  void aDigestTouchesWhatItDoesInAllItsSchemas() {
    CatalogFixture both = new CatalogFixture();
    for (String schema : List.of("market", "archive")) {
      both.table(schema + ".orders")
          .table(schema + ".lines")
          .trigger(schema + ".t", "after update", "orders", "INSERT INTO lines VALUES (NEW.id)");
    }
    WorkloadInference inference =
        new WorkloadInference(
            new WorkloadFixture()
                .statement(UPDATE)
                .schema("market")
                .run(1)
                .schema("archive")
                .run(1)
                .statement(ITEMS)
                .run(1)
                .build(),
            List.of(new StoredCatalog("db", both.build())));
    DigestInference found = inference.ofDigest(digest(UPDATE));
    assertThat(found.known()).isTrue();
    assertThat(found.inference().touches())
        .extracting(InferredTouch::table)
        .containsExactly("archive.lines", "market.lines");
    assertThat(inference.ofDigest(digest(ITEMS)).inference()).isEqualTo(Inference.NONE);
    assertThat(inference.ofDigest(42).inference()).isEqualTo(Inference.NONE);
  }
}
