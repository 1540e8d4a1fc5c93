package dev.watershed.analyzer.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.workload.Origin;
import dev.watershed.workload.OriginTag;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ServiceOriginTest {

  static Stream<Attribution> owners() {
    return Stream.of(Attribution.NONE, Attribution.of("market"), Attribution.of("market", "gifts"));
  }

  @ParameterizedTest
  @MethodSource("owners")
  void anOriginSaysWhoseItIs(Attribution whose) {
    Origin origin = ServiceOrigin.of(whose, true, OptionalInt.of(7));
    assertThat(ServiceOrigin.attribution(origin)).isEqualTo(whose);
    assertThat(origin.host()).isEmpty();
  }

  @Test
  void placesAreNoOwners() {
    Origin origin = ServiceOrigin.of(Attribution.of("market", "gifts"), true, OptionalInt.of(7));
    assertThat(origin.tags().stream().filter(tag -> !ServiceOrigin.isOwner(tag)))
        .containsExactly(new OriginTag("place", "7"));
    assertThat(ServiceOrigin.of(Attribution.NONE, false, OptionalInt.empty()))
        .isEqualTo(new Origin("", "", List.of()));
  }

  @Test
  void anAccountIsThereWithoutItsName() {
    assertThat(ServiceOrigin.of(Attribution.NONE, true, OptionalInt.empty()).user())
        .isEqualTo("(not in the snapshot)");
  }
}
