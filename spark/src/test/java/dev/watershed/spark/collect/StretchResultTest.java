package dev.watershed.spark.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.cli.command.SourceRead;
import java.io.IOException;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class StretchResultTest {

  @Test
  void windowsAreThoseThatWereSummarised() throws IOException {
    StretchResult read = result(3, "");
    assertThat(read.windowsOf(read.summary())).isSameAs(read.windows());
  }

  @Test
  void whatWasLostAndReadsDifferentlyIsNotTaken() {
    StretchResult summary = result(3, "").summary();
    assertThatThrownBy(() -> result(2, "").windowsOf(summary))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("reads differently now");
    assertThatThrownBy(() -> result(0, "slow.log: gone").windowsOf(summary))
        .isInstanceOf(IOException.class)
        .hasMessage("slow.log: gone");
  }

  private static StretchResult result(long events, String failure) {
    return new StretchResult(
        0,
        null,
        null,
        true,
        new ArrayList<>(),
        1,
        events,
        SourceRead.NOTHING,
        new ArrayList<>(),
        true,
        failure);
  }
}
