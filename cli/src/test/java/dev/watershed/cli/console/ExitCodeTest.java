package dev.watershed.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExitCodeTest {

  @Test
  void whereSeveralHoldTheOrderDecides() {
    List<Integer> precedence =
        Stream.of(ExitCode.values()).sorted(Comparator.naturalOrder()).map(ExitCode::code).toList();
    assertThat(precedence).containsExactly(70, 2, 1, 4, 3, 0);
    assertThat(ExitCode.strongest(ExitCode.NOT_ENOUGH_DATA, ExitCode.PARTLY_DONE))
        .isEqualTo(ExitCode.PARTLY_DONE);
    assertThat(ExitCode.strongest()).isEqualTo(ExitCode.FINE);
  }
}
