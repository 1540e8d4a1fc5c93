package dev.watershed.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTextTest {

  @Test
  void ordinaryTextStays() {
    for (String text : new String[] {"", "SELECT `a`", "予約 – é", "😀", "a b"}) {
      assertThat(VisibleText.of(text)).isEqualTo(text);
    }
  }

  @Test
  void controlCharactersBecomePictures() {
    assertThat(VisibleText.of("a\u001b[2J\u0007\n\t\u0000\u007f")).isEqualTo("a␛[2J␇␊␉␀␡");
  }

  @Test
  void shapelessCharactersBecomeTheirNumber() {
    assertThat(VisibleText.of("a\u202eb")).isEqualTo("a<U+202E>b");
    assertThat(VisibleText.of("\u009b\u2028\u200b\ufeff\u00ad"))
        .isEqualTo("<U+009B><U+2028><U+200B><U+FEFF><U+00AD>");
    assertThat(VisibleText.of("x\ud800y")).isEqualTo("x<U+D800>y");
  }
}
