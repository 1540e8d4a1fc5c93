package dev.watershed.analyzer.consolidation.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class MoveTest {

  @Test
  void whatIsMergedIntoOneOfThemIsTheOthers() {
    assertThat(new Move.MergeServices(List.of("shop", "cart", "till"), "shop").said().text())
        .isEqualTo("merge the services cart, till into shop");
    assertThat(new Move.MergeSchemas(List.of("shop", "cart"), "all").said().text())
        .isEqualTo("merge the schemas shop, cart into all");
  }

  @Test
  void nothingIsMergedIntoItselfAlone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Move.MergeServices(List.of("shop"), "shop"))
        .withMessageContaining("shop");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Move.MergeSchemas(List.of("shop"), "shop"))
        .withMessageContaining("shop");
  }
}
