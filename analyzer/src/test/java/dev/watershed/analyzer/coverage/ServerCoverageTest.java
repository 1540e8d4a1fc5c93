package dev.watershed.analyzer.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ServerCoverageTest {

  private static final Instant FIRST = Instant.parse("2026-11-23T10:00:00Z");

  @Test
  void itIsAsLongAsFromTheFirstExecutionToTheLast() {
    assertThat(coverage(Optional.of(FIRST), Optional.of(FIRST.plusMillis(90_250))).seconds())
        .isEqualTo(90.25);
  }

  @Test
  void withoutAnyExecutionItHasNoLength() {
    assertThat(coverage(Optional.empty(), Optional.empty()).seconds()).isZero();
  }

  private static ServerCoverage coverage(Optional<Instant> first, Optional<Instant> last) {
    return new ServerCoverage(
        "booking-1", "slowlog", 2, 2, 10, first, last, List.of(), OptionalDouble.empty(), false, 0);
  }
}
