package dev.watershed.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrapTest {

  @Test
  void breaksAtBlanks() {
    assertThat(Wrap.lines("one two three", 8, 9)).containsExactly("one two", "three");
    assertThat(Wrap.lines("one two", 3, 9)).containsExactly("one", "two");
    assertThat(Wrap.lines("", 3, 9)).isEmpty();
  }

  @Test
  void breaksALongWordAnywhere() {
    assertThat(Wrap.lines("abcdefgh", 3, 9)).containsExactly("abc", "def", "gh");
    assertThat(Wrap.lines("予約", 1, 9)).containsExactly("予", "約");
  }

  @Test
  void theLastLineShowsThatSomethingWasLeftOut() {
    assertThat(Wrap.lines("one two three four", 8, 2)).containsExactly("one two", "three f…");
    assertThat(Wrap.lines("one two three", 8, 2)).containsExactly("one two", "three");
  }

  @Test
  void furtherLinesAreDeeperAndTwoColumnsStayFree() {
    assertThat(Wrap.indented("    ", "one two three", 14, 9))
        .isEqualTo("    one two\n      three\n");
    assertThat(Wrap.indented("", "a\u0007b", 14, 9)).doesNotContain("\u0007").endsWith("\n");
  }
}
