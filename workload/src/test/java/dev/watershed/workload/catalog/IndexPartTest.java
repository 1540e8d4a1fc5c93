package dev.watershed.workload.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class IndexPartTest {

  private static List<IndexPart> different() {
    return List.of(
        IndexPart.ofColumn("id"),
        IndexPart.ofColumn("ID"),
        new IndexPart(Optional.of("id"), Optional.empty(), OptionalInt.empty(), true),
        new IndexPart(Optional.of("id"), Optional.empty(), OptionalInt.of(10), false),
        new IndexPart(Optional.of("id"), Optional.empty(), OptionalInt.of(11), false),
        new IndexPart(Optional.empty(), Optional.of("id"), OptionalInt.empty(), false));
  }

  @Test
  void partsAreEqualWhereAllOfThemIs() {
    List<IndexPart> some = different();
    List<IndexPart> again = different();
    for (int at = 0; at < some.size(); at++) {
      for (int other = 0; other < again.size(); other++) {
        assertThat(some.get(at).equals(again.get(other))).isEqualTo(at == other);
      }
      assertThat(some.get(at)).hasSameHashCodeAs(again.get(at)).isNotEqualTo("id");
    }
  }

  @Test
  void aPartIsAColumnOrAnExpression() {
    assertThatThrownBy(
            () -> new IndexPart(Optional.empty(), Optional.empty(), OptionalInt.empty(), false))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new IndexPart(Optional.of("a"), Optional.of("b"), OptionalInt.empty(), false))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new IndexPart(Optional.of("a"), Optional.empty(), OptionalInt.of(0), false))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
