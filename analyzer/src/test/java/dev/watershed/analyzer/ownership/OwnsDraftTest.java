package dev.watershed.analyzer.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.coupling.input.CouplingFixture;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.PartyLevel;
import dev.watershed.analyzer.coupling.input.UseMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnsDraftTest {

  private static final PartyLevel LEVEL = PartyLevel.SERVICE;

  private final CouplingFixture fixture =
      new CouplingFixture()
          .service("a", List.of("shop.declared_%"), List.of())
          .service("b", List.of(), List.of());

  private static Ownership ownership(CouplingFixture fixture, CouplingInput input) {
    return OwnerFinder.find(
        input, UseMatrix.of(input), Claims.of(fixture.mapping().services()), LEVEL);
  }

  @Test
  void whatIsDeclaredIsLeftOutAndNotCovered() {
    fixture
        .tables("shop.declared_1", "shop.slot_a", "shop.slot_b", "stock.x")
        .run("b", 5, "UPDATE shop.declared_1 SET a = 1")
        .run("b", 5, "UPDATE shop.slot_a SET a = 1")
        .run("b", 5, "UPDATE shop.slot_b SET a = 1")
        .run("a", 5, "UPDATE stock.x SET a = 1")
        .server("db");
    CouplingInput input = fixture.build();
    OwnsDraft draft = OwnsDraft.of(input, ownership(fixture, input));
    assertThat(draft.additions()).hasSize(2);
    assertThat(draft.additions().get(0).patterns()).containsExactly("stock.x");
    assertThat(draft.additions().get(1).patterns()).containsExactly("shop.slot_%");
    assertThat(draft.additions().get(1).tables()).isEqualTo(2);
  }

  @Test
  void aNameOfTwoOwnersOnTwoSetsOfDataIsNotDrafted() {
    fixture
        .tables("shop.items")
        .run("a", 5, "UPDATE shop.items SET a = 1")
        .server("one")
        .tables("shop.items")
        .run("b", 5, "UPDATE shop.items SET a = 1")
        .server("two");
    CouplingInput input = fixture.build();
    OwnsDraft draft = OwnsDraft.of(input, ownership(fixture, input));
    assertThat(draft.additions()).isEmpty();
    assertThat(draft.inexpressible()).containsExactly("shop.items");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void readBackTheDraftGivesEveryTableItsOwnerAndNoOther(int seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 40; i++) {
      String name = "shop." + (char) ('a' + random.nextInt(3)) + "_" + random.nextInt(4) + "_" + i;
      fixture.tables(name);
      if (random.nextInt(3) > 0) {
        fixture.run(random.nextInt(4) == 0 ? "b" : "a", 3, "UPDATE " + name + " SET a = 1");
      }
    }
    CouplingInput input = fixture.server("db").build();
    Ownership ownership = ownership(fixture, input);
    OwnsDraft draft = OwnsDraft.of(input, ownership);
    Claims before = Claims.of(fixture.mapping().services());
    assertThat(draft.wrongWith(input, ownership, before, draft.claims(), LEVEL)).isEmpty();
    List<Claim> lessOne = new ArrayList<>(draft.claims());
    lessOne.remove(0);
    assertThat(draft.wrongWith(input, ownership, before, lessOne, LEVEL)).isNotEmpty();
  }
}
