package dev.watershed.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MissedLooksTest {

  @Test
  void reasonsAreSaidOnceAndLooksAreCounted() {
    MissedLooks missed = MissedLooks.NONE.and(1, List.of("away", "late")).and(1, List.of("away"));

    assertThat(missed).isEqualTo(new MissedLooks(2, List.of("away", "late")));
  }

  @Test
  void aLookThatWasMadeUpForIsNotMissed() {
    assertThat(MissedLooks.NONE.and(0, List.of("a full disk"))).isEqualTo(MissedLooks.NONE);
  }

  /** A message may hold what differs each time; a run may last for months. */
  @Test
  void reasonsHaveABound() {
    MissedLooks missed = MissedLooks.NONE;
    for (int look = 0; look < 1_000; look++) {
      missed = missed.and(1, List.of("connection " + look + " was cut"));
    }
    assertThat(missed.count()).isEqualTo(1_000);
    assertThat(missed.reasons()).hasSize(10).startsWith("connection 0 was cut");
  }

  @Test
  void reasonsWithoutALookMakeNoSense() {
    assertThatThrownBy(() -> new MissedLooks(0, List.of("away")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
