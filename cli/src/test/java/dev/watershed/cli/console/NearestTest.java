package dev.watershed.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

  @ParameterizedTest
  @CsvSource({
    "digst,     digest",
    "Digest,    digest",
    "explian,   explain",
    "user,      users",
    "hosst,     hosts",
    "frobnicate,''",
    "x,         ''",
    "zz,        ''",
  })
  void to(String word, String expected) {
    List<String> known = List.of("digest", "explain", "demo", "users", "hosts", "programs");
    assertThat(Nearest.to(word, known))
        .isEqualTo(expected.isEmpty() ? Optional.empty() : Optional.of(expected));
  }
}
