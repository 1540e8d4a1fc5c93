package dev.watershed.reports.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.rules.gate.TouchedServices;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TouchedSentenceTest {

  @Test
  void whoseTheFilesAreIsSaidAndOnceWhatNobodyClaims() {
    assertThat(sentence(List.of("booking"), 1, List.of()))
        .isEqualTo("the change touches booking (1 path)");
    assertThat(sentence(List.of("booking", "market/coupon"), 4, List.of("a.md")))
        .isEqualTo("the change touches booking, market/coupon (3 paths); nobody claims a.md");
    assertThat(sentence(List.of("booking"), 3, List.of("b.md", "a.md")))
        .isEqualTo("the change touches booking (1 path); nobody claims 2 paths, such as b.md");
  }

  @Test
  void aChangeMayTouchNobodysFilesOrNone() {
    assertThat(sentence(List.of(), 2, List.of("a.md", "b.md")))
        .isEqualTo("the change touches nobody's files; nobody claims 2 paths, such as a.md");
    assertThat(sentence(List.of(), 0, List.of())).isEqualTo("the change touches nobody's files");
  }

  @Test
  void ofManyServicesSomeAreNamed() {
    List<String> many = IntStream.range(10, 30).mapToObj(at -> "s" + at).toList();
    assertThat(sentence(many, 1, List.of()))
        .startsWith("the change touches s10, s11, ")
        .endsWith("s21 and 8 more (1 path)");
  }

  private static String sentence(List<String> services, int paths, List<String> unclaimed) {
    return TouchedSentence.of(new TouchedServices(new TreeSet<>(services), paths, unclaimed));
  }
}
