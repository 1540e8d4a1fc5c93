package dev.watershed.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

  private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  @Test
  void showsHowFarAndHowFastAndWipesItself() {
    try (ProgressLine progress = new ProgressLine(context(true, 0, 1_000))) {
      progress.read(250_000_000, 1_000_000_000);
    }
    assertThat(printed()).isEqualTo("\r\u001b[Kreading  25.0 % of 1 GB  250 MB/s" + "\r\u001b[K");
  }

  @Test
  void withoutATotalItShowsWhatWasRead() {
    try (ProgressLine progress = new ProgressLine(context(true, 0, 1_000))) {
      progress.read(5_000_000, -1);
    }
    assertThat(printed()).contains("reading  5 MB  5 MB/s");
  }

  @Test
  void saysNothingOfWhatIsDoneAtOnce() {
    try (ProgressLine progress = new ProgressLine(context(true, 0, 100))) {
      progress.read(1, 2);
    }
    assertThat(printed()).isEmpty();
  }

  @Test
  void isRewrittenAFewTimesASecondOnly() {
    try (ProgressLine progress = new ProgressLine(context(true, 0, 1_000, 1_050, 1_200))) {
      progress.read(1, 10);
      progress.read(2, 10);
      progress.read(3, 10);
    }
    assertThat(printed()).contains("10.0 %", "30.0 %").doesNotContain("20.0 %");
  }

  @Test
  void saysNothingWhereNobodyLooks() {
    try (ProgressLine progress = new ProgressLine(context(false, 0, 1_000))) {
      progress.read(1, 2);
    }
    assertThat(printed()).isEmpty();
  }

  private String printed() {
    return errors.toString(StandardCharsets.UTF_8);
  }

  private CommandContext context(boolean terminal, long... millis) {
    Deque<Instant> times = new ArrayDeque<>();
    for (long time : millis) {
      times.add(START.plus(Duration.ofMillis(time)));
    }
    return new CommandContext(
        new ByteArrayInputStream(new byte[0]),
        OutputStream.nullOutputStream(),
        new PrintStream(errors, true, StandardCharsets.UTF_8),
        false,
        terminal,
        Map.of(),
        Path.of(""),
        Optional.empty(),
        new Scripted(times));
  }

  /** A clock that tells given times, one after the other. */
  private static final class Scripted extends Clock {

    private final Deque<Instant> times;

    Scripted(Deque<Instant> times) {
      this.times = times;
    }

    @Override
    public java.time.ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return times.size() > 1 ? times.removeFirst() : times.getFirst();
    }
  }
}
