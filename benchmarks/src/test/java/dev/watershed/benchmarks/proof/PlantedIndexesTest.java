package dev.watershed.benchmarks.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.benchmarks.fleet.problem.ProblemKind;
import dev.watershed.benchmarks.fleet.truth.Truth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlantedIndexesTest {

  private static final long DIGEST = 7;

  private static Truth.Case planted(ProblemKind kind, boolean trap, String columns) {
    return new Truth.Case(
        "case",
        kind,
        trap,
        List.of("shop.orders"),
        Optional.of("ix_a"),
        Arrays.stream(columns.split(" ", -1)).filter(word -> !word.isEmpty()).toList(),
        List.of(),
        List.of(DIGEST));
  }

  private static Proposals proposing(String kind, String columns) {
    return kind.isEmpty()
        ? new Proposals(List.of(), List.of())
        : new Proposals(
            List.of(
                new Proposal(
                    "index-1",
                    kind,
                    "shop.orders",
                    "ix_a",
                    List.of(columns.split(" ", -1)),
                    List.of(DIGEST),
                    Optional.empty())),
            List.of());
  }

  @ParameterizedTest(name = "{0} {1}: {3} ({4})")
  @CsvSource({
    "MISSING_INDEX,           false, a,     add,            a b,   true",
    "MISSING_INDEX,           false, a,     add,            b a,   false",
    "MISSING_INDEX,           false, a,     '',             '',    false",
    "MISSING_INDEX,           true,  a,     add,            a,     false",
    "MISSING_INDEX,           true,  a,     '',             '',    true",
    "MISSING_COMPOSITE_INDEX, false, a b c, extend,         b a c, true",
    "MISSING_COMPOSITE_INDEX, false, a b c, add,            a c b, false",
    "MISSING_COMPOSITE_INDEX, false, a b c, add,            a b,   false",
    "INDEX_MERGE,             false, '',    add,            a,     false",
    "INDEX_MERGE,             false, '',    '',             '',    true",
    "REDUNDANT_INDEX,         false, '',    drop-redundant, a,     true",
    "REDUNDANT_INDEX,         true,  '',    drop-redundant, a,     false",
    "UNUSED_INDEX,            false, '',    '',             '',    false",
    "UNUSED_INDEX,            true,  '',    drop-unused,    a,     false",
    "DEEP_OFFSET,             false, '',    add,            a,     false",
  })
  void holds(
      ProblemKind kind, boolean trap, String columns, String advised, String of, boolean expected) {
    assertThat(new PlantedIndexes(proposing(advised, of), true).holds(planted(kind, trap, columns)))
        .hasValue(expected);
  }
}
