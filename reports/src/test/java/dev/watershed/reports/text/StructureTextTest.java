package dev.watershed.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.structure.StructureFacts;
import dev.watershed.reports.review.ReviewFactsFixture;
import org.junit.jupiter.api.Test;

class StructureTextTest {

  private static final StructureFacts FACTS = new ReviewFactsFixture().build().structure();

  private static String render(StructureFacts facts, int limit) {
    return new StructureText(new TextOptions(100, new Style(false)), limit).render(facts);
  }

  private static StructureFacts withFurther(int seams) {
    return new StructureFacts(
        FACTS.input(),
        FACTS.clusters(),
        FACTS.hubs(),
        FACTS.alone(),
        FACTS.unused(),
        FACTS.seams(),
        seams,
        FACTS.transactions(),
        FACTS.disagreements(),
        FACTS.saidNotes());
  }

  @Test
  void clustersStandWithTheirTables() {
    assertThat(render(FACTS, 0))
        .contains("tables that belong together (" + FACTS.clusters().size() + ")")
        .contains(FACTS.clusters().get(0).name(), "shop.orders", "what is not known")
        .doesNotContain("left out", "--limit 0");
  }

  @Test
  void seamsThatNoOptionShowsAreCounted() {
    for (int limit : new int[] {0, 1}) {
      assertThat(render(withFurther(7), limit)).contains("7 seams that less crosses left out");
    }
    assertThat(render(withFurther(7), 0)).doesNotContain("--limit 0");
  }
}
