package dev.watershed.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.reports.TargetFixture;
import org.junit.jupiter.api.Test;

class TargetTextTest {

  private static String render(boolean colour, int limit) {
    return new TargetText(new TextOptions(100, new Style(colour)), limit)
        .render(TargetFixture.PROGRESS);
  }

  @Test
  void colourChangesNoCharacter() {
    assertThat(render(true, 0)).contains("\u001b[2m");
    assertThat(render(true, 0).replaceAll("\u001b\\[\\d*m", "")).isEqualTo(render(false, 0));
  }

  @Test
  void whatNoOptionShowsIsCounted() {
    assertThat(render(false, 0))
        .contains("00000000000000ff  booking 0.1/s  UPDATE shop.coupons")
        .contains("3 statements of fewer calls left out")
        .doesNotContain("--limit 0");
  }
}
