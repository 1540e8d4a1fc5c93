package dev.watershed.analyzer.consolidation.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.watershed.analyzer.coupling.input.CoupledTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LikenessTest {

  private static TableForm form(String name, String... columns) {
    return new TableForm(
        new CoupledTable("db", "s", name, CoupledTable.Kind.TABLE), Set.of(columns));
  }

  /** Sixty tables that have nothing in common but their id. */
  private static List<TableForm> crowd() {
    return new ArrayList<>(
        IntStream.range(0, 60)
            .mapToObj(number -> form("t" + number, "id bigint", "own" + number + " int"))
            .toList());
  }

  @Test
  void aCopyIsFoundAndTablesOfOneFrameAreNot() {
    List<TableForm> forms = crowd();
    String[] columns = {"id bigint", "title text", "price int", "area_code char(3)"};
    forms.add(form("plans", columns));
    forms.add(form("plans_bk", columns));
    forms.add(form("member_audits", "id bigint", "member_id int", "old_status int", "at datetime"));
    forms.add(form("order_audits", "id bigint", "order_id int", "old_status int", "at datetime"));
    assertThat(new Likeness(forms).pairs())
        .extracting(pair -> pair.one().table().name() + " " + pair.other().table().name())
        .containsExactly("plans plans_bk");
  }

  @Test
  void whatEveryTableHasWeighsNothing() {
    Likeness likeness =
        new Likeness(List.of(form("a", "id int", "x int"), form("b", "id int", "y int")));
    assertThat(likeness.weight("id int")).isZero();
    assertThat(likeness.weight("x int")).isCloseTo(Math.log(2), within(1e-12));
  }

  /** The pairs by way of their columns are those of all pairs. */
  @Test
  void noPairIsMissed() {
    for (int seed = 1; seed <= 20; seed++) {
      Random random = new Random(seed);
      List<TableForm> forms = crowd();
      for (int number = 0; number < 30; number++) {
        Set<String> columns = new HashSet<>();
        while (columns.size() < 5) {
          columns.add("c" + random.nextInt(9) + " int");
        }
        forms.add(form("r" + number, columns.toArray(String[]::new)));
      }
      Likeness likeness = new Likeness(forms);
      Set<String> slow = new HashSet<>();
      for (TableForm one : forms) {
        for (TableForm other : forms) {
          boolean before = one.table().compareTo(other.table()) < 0;
          Set<String> both = new HashSet<>(one.columns());
          both.retainAll(other.columns());
          double weight = both.stream().mapToDouble(likeness::weight).sum();
          if (before && likeness.of(one, other) >= Likeness.NEARLY_THE_SAME && weight >= 8) {
            slow.add(one.table().name() + " " + other.table().name());
          }
        }
      }
      assertThat(likeness.pairs())
          .as("seed " + seed)
          .extracting(
              pair ->
                  pair.one().table().compareTo(pair.other().table()) < 0
                      ? pair.one().table().name() + " " + pair.other().table().name()
                      : pair.other().table().name() + " " + pair.one().table().name())
          .containsExactlyInAnyOrderElementsOf(slow);
    }
  }
}
