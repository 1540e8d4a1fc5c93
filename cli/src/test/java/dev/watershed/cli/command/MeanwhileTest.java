package dev.watershed.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class MeanwhileTest {

  @Test
  void readsWhileTheCallerGoesOn() throws IOException {
    CountDownLatch goneOn = new CountDownLatch(1);

    Meanwhile<String> read =
        Meanwhile.begin(
            "catalogs", () -> awaited(goneOn) + " by " + Thread.currentThread().getName());
    goneOn.countDown();

    assertThat(read.result()).isEqualTo("read by catalogs");
    assertThat(read.result()).isEqualTo("read by catalogs");
  }

  @Test
  void throwsWhatTheReadingThrew() {
    Meanwhile<String> absent =
        Meanwhile.begin(
            "absent",
            () -> {
              throw new NoSuchFileException("store.json");
            });
    Meanwhile<String> wrong =
        Meanwhile.begin(
            "wrong",
            () -> {
              throw new IllegalArgumentException("no such row");
            });

    assertThatThrownBy(absent::result)
        .isInstanceOf(NoSuchFileException.class)
        .hasMessage("store.json");
    assertThatThrownBy(wrong::result)
        .isInstanceOf(IllegalStateException.class)
        .hasRootCauseMessage("no such row");
  }

  private static String awaited(CountDownLatch latch) {
    try {
      latch.await();
      return "read";
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
