package dev.watershed.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.analyzer.service.Service;
import org.junit.jupiter.api.Test;

class OwnsReadingTest {

  @Test
  void aDraftIsReadAsPartOfAConfiguration() {
    Service service =
        OwnsReading.read("services:\n  - name: \"a\"\n    owns:\n      - \"shop.slot_%\"\n").get(0);
    assertThat(service.owns().get(0).matches("shop", "slot_days")).isTrue();
    assertThat(OwnsReading.read("# nothing\n")).isEmpty();
  }

  @Test
  void whatNoConfigurationWouldTakeIsABug() {
    assertThatThrownBy(() -> OwnsReading.read("services:\n  - name: a\n    owned: [x.y]\n"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("owned");
  }
}
