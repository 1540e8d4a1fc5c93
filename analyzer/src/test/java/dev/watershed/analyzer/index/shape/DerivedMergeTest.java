package dev.watershed.analyzer.index.shape;

import static dev.watershed.analyzer.index.Conditions.column;
import static dev.watershed.analyzer.index.Conditions.compare;
import static dev.watershed.analyzer.index.Conditions.is;
import static dev.watershed.analyzer.index.Conditions.join;
import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.index.FactMaker;
import dev.watershed.sql.facts.Comparison;
import dev.watershed.sql.facts.Condition;
import dev.watershed.sql.facts.QueryBlock;
import dev.watershed.sql.facts.RowSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DerivedMergeTest {

  private static Optional<List<QueryBlock>> merged(FactMaker maker) {
    return DerivedMerge.of(
        maker.facts().blocks(), (table, column) -> table.table().table().equals("inner"));
  }

  private static FactMaker outer() {
    return FactMaker.derivedFirst(1).join("other", join("1.b", "0.a")).where(is("0.a"), is("1.c"));
  }

  @Test
  void sourcesTakeThePlaceOfTheDerivedTable() {
    QueryBlock block =
        merged(outer().inside(0, "inner").where(compare(1, "d", Comparison.EQUAL)).select("a", "d"))
            .orElseThrow()
            .get(0);

    assertThat(block.sources())
        .extracting(source -> ((RowSource.Table) source).table().table())
        .containsExactly("inner", "other");
    assertThat(block.where().predicates().map(each -> each.side().column()))
        .containsExactly(column("0.a"), column("1.c"), column("0.d"));
  }

  @Test
  void columnsBehindItMove() {
    QueryBlock block =
        merged(
                outer()
                    .inside(0, "inner")
                    .join("more", join(column(1, "1.x"), column(1, "0.id")))
                    .select("0.a"))
            .orElseThrow()
            .get(0);

    assertThat(block.sources()).hasSize(3);
    assertThat(block.where().predicates().map(each -> each.side().column()))
        .containsExactly(column("0.a"), column("2.c"));
    assertThat(block.sources().get(1).join().on().references())
        .containsExactly(column("1.x"), column("0.id"));
  }

  @Test
  void whatIsGroupedOrCutOffStays() {
    List<FactMaker> kept =
        List.of(
            outer().inside(0, "inner").select("a").limit(5),
            outer().inside(0, "inner").select("a").distinct(),
            outer().inside(0, "inner").groupBy("a").select("a"));

    for (FactMaker each : kept) {
      assertThat(merged(each)).contains(each.facts().blocks());
    }
  }

  @Test
  void noMoreSourcesComeTogetherThanTheServerJoins() {
    FactMaker fits = outer().inside(0, "inner").select("a");
    for (int source = 1; source < 60; source++) {
      fits.join("more", join(column(1, source + ".x"), column(1, "0.id")));
    }
    assertThat(merged(fits).orElseThrow().get(0).sources()).hasSize(61);

    fits.join("more", join(column(1, "60.x"), column(1, "0.id")));

    assertThat(merged(fits)).contains(fits.facts().blocks());
  }

  @Test
  void aColumnOfAnotherNameIsNotGuessed() {
    assertThat(merged(outer().inside(0, "inner").select("x"))).isEmpty();
  }

  @Test
  void everyColumnOfATableIsKnownByItsName() {
    List<Condition> conditions =
        merged(outer().inside(0, "inner").selectAll()).orElseThrow().get(0).where().conjuncts();

    assertThat(conditions).hasSize(2);
  }
}
