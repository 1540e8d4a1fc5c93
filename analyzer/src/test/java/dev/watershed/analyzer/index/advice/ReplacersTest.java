package dev.watershed.analyzer.index.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.index.DigestEffect;
import dev.watershed.analyzer.index.IndexAdvice;
import dev.watershed.analyzer.index.IndexAdvice.Confidence;
import dev.watershed.analyzer.index.IndexAdvice.Kind;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.IndexKind;
import dev.watershed.workload.catalog.IndexPart;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReplacersTest {

  /**
   * New indexes by their places; each gains as much as its place, and may replace some old ones.
   */
  private static List<String> settled(List<String> tables, List<List<String>> replaceable) {
    List<Integer> places = List.of(0, 1, 2).subList(0, tables.size());
    return Replacers.of(
            places,
            (place, taken) ->
                Optional.of(
                    advice(
                        tables.get(place),
                        place,
                        replaceable.get(place).stream()
                            .filter(old -> !taken.contains(old))
                            .limit(1)
                            .toList())))
        .stream()
        .map(
            advice ->
                advice.kind().key()
                    + " "
                    + advice.table()
                    + "."
                    + advice.index().name()
                    + advice.others())
        .toList();
  }

  private static IndexAdvice advice(String table, int place, List<String> replaced) {
    return new IndexAdvice(
        replaced.isEmpty() ? Kind.ADD : Kind.EXTEND,
        "shop",
        table,
        new IndexDefinition(
            "new" + place, false, IndexKind.BTREE, true, false, List.of(IndexPart.ofColumn("a"))),
        replaced,
        List.of(new DigestEffect(1, 1, 1, Saying.nothing(), Saying.nothing(), 2, 1, 2, 1)),
        OptionalLong.empty(),
        OptionalDouble.empty(),
        place,
        Confidence.HIGH,
        List.of());
  }

  @Test
  void anOldIndexGoesOnceWithTheOneThatGainsMost() {
    assertThat(
            settled(
                List.of("orders", "orders", "orders"),
                List.of(List.of("a"), List.of(), List.of("a"))))
        .containsExactly("extend orders.new2[a]", "add orders.new1[]", "add orders.new0[]");
  }

  @Test
  void theNextOneMayTakeThePlaceOfAnother() {
    assertThat(settled(List.of("orders", "orders"), List.of(List.of("a", "b"), List.of("a"))))
        .containsExactly("extend orders.new1[a]", "extend orders.new0[b]");
  }

  @Test
  void indexesOfOneNameOnTwoTablesAreTwo() {
    assertThat(settled(List.of("orders", "items"), List.of(List.of("a"), List.of("a"))))
        .containsExactly("extend items.new1[a]", "extend orders.new0[a]");
  }

  @Test
  void whatIsNotAdvisedTakesNoPlace() {
    List<IndexAdvice> settled =
        Replacers.of(
            Set.of(0, 1),
            (place, taken) ->
                place == 1 ? Optional.empty() : Optional.of(advice("orders", 0, List.of("a"))));
    assertThat(settled).extracting(IndexAdvice::others).containsExactly(List.of("a"));
  }
}
