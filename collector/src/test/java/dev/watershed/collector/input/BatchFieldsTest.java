package dev.watershed.collector.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BatchFieldsTest {

  @Test
  void whatTheClientEscapesIsAsItWas() {
    assertThat(BatchFields.unescaped("a\\tb\\nc\\\\n\\0d")).isEqualTo("a\tb\nc\\n\0d");
    assertThat(BatchFields.unescaped("a\\'b")).isEqualTo("a'b");
    assertThat(BatchFields.unescaped("plain")).isEqualTo("plain");
    assertThat(BatchFields.unescaped("cut\\")).isEqualTo("cut\\");
    assertThat(BatchFields.unescaped("")).isEmpty();
  }
}
