package dev.watershed.benchmarks.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.benchmarks.server.Looks.Look;
import java.util.List;
import org.junit.jupiter.api.Test;

class LooksTest {

  @Test
  void theSlowestAndAllFailuresAreTold() {
    Looks looks =
        new Looks(
            9,
            List.of(
                new Look(2, List.of()),
                new Look(4, List.of("digests: too long")),
                new Look(3, List.of("sizes: refused", "locks: refused"))));
    assertThat(looks.slowest()).isEqualTo(4);
    assertThat(looks.failures())
        .containsExactly("digests: too long", "sizes: refused", "locks: refused");
  }
}
