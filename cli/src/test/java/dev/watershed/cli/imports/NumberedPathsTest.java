package dev.watershed.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NumberedPathsTest {

  @Test
  void numbersCountAsNumbers() {
    List<Path> ordered =
        Stream.of(
                "db/V1.1__a.sql",
                "db/V1.2__a.sql",
                "db/V1.10__a.sql",
                "db/V2__a.sql",
                "db/V002__b.sql",
                "db/V10",
                "db/V10__a.sql",
                "db/V99999999999999999999__a.sql",
                "db/a.sql",
                "ec/1.sql")
            .map(Path::of)
            .toList();
    NumberedPaths order = new NumberedPaths();
    for (int one = 0; one < ordered.size(); one++) {
      for (int other = 0; other < ordered.size(); other++) {
        assertThat(Integer.signum(order.compare(ordered.get(one), ordered.get(other))))
            .as(ordered.get(one) + " and " + ordered.get(other))
            .isEqualTo(Integer.compare(one, other));
      }
    }
  }
}
