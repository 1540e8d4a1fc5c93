package dev.watershed.collector.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.collector.follow.CollectedWindow;
import dev.watershed.collector.follow.FollowReport;
import dev.watershed.collector.follow.NewerVersion;
import dev.watershed.collector.server.sampling.KeptSamples;
import dev.watershed.workload.IssueReason;
import dev.watershed.workload.observation.ServerMinutes;
import dev.watershed.workload.observation.ServerMinutes.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostFollowerTest {

  @TempDir Path folder;
  private final KeptSamples windows = new KeptSamples();
  private Clock clock = at("2026-11-23T10:30:00Z");
  private Path file;

  @BeforeEach
  void setUp() throws IOException {
    file = folder.resolve("host.csv");
    Files.writeString(file, "time,cpu_percent,read_bytes,written_bytes\n");
  }

  private static Clock at(String time) {
    return Clock.fixed(Instant.parse(time), ZoneOffset.UTC);
  }

  private void append(String text) throws IOException {
    Files.writeString(file, text, StandardOpenOption.APPEND);
  }

  /** A look as a run of its own makes it. */
  private FollowReport look() throws IOException {
    HostFollower follower =
        HostFollower.open(new FollowedHost("booking-1", file, "host.csv"), windows, clock);
    FollowReport report = follower.look(false, () -> false);
    FollowReport sealed = follower.seal();
    return report.then(sealed.failing(report.failures()));
  }

  private long sum(Figure figure) {
    long sum = 0;
    for (CollectedWindow window : windows.windows()) {
      var minutes = window.observations().minutes();
      for (int row = 0; row < minutes.size(); row++) {
        sum += minutes.value(row, figure);
      }
    }
    return sum;
  }

  @Test
  void onlyNewRowsAreTakenAndEachSlotIsAWindow() throws IOException {
    append("2026-11-23T10:14:00Z,50,100,10\n2026-11-23T10:15:00Z,25,200,20\n");
    assertThat(look().windows()).isEqualTo(2);
    assertThat(look().windows()).isZero();
    append("2026-11-23T10:16:00Z,75,300,30\n");
    assertThat(look().windows()).isEqualTo(1);

    assertThat(sum(Figure.HOST_SAMPLES)).isEqualTo(3);
    assertThat(sum(Figure.HOST_CPU_MILLIPERCENT_SUM)).isEqualTo(150_000);
    assertThat(sum(Figure.HOST_READ_BYTES)).isEqualTo(600);
    assertThat(windows.newest().slotStart()).isEqualTo(Instant.parse("2026-11-23T10:15:00Z"));
    assertThat(windows.newest().source()).isEqualTo("host");
    assertThat(windows.newest().observations().minutes().key(0))
        .isEqualTo(
            new ServerMinutes.Key("", Instant.parse("2026-11-23T10:15:00Z").getEpochSecond() / 60));
  }

  @Test
  void aTimeFinerThanMicrosecondsCountsOnce() throws IOException {
    append("2026-11-23T10:14:00.123456789Z,50,100,10\n");
    look();
    look();

    assertThat(sum(Figure.HOST_SAMPLES)).isEqualTo(1);
  }

  @Test
  void aLineThatIsBeingWrittenWaits() throws IOException {
    append("2026-11-23T10:14:00Z,50,100,10\n2026-11-23T10:15:00Z,2");
    look();
    append("5,200,20\n");
    look();

    assertThat(sum(Figure.HOST_CPU_MILLIPERCENT_SUM)).isEqualTo(75_000);
    assertThat(windows.count(IssueReason.UNREADABLE_LINES)).isZero();
  }

  @Test
  void badLinesAreLocatedAndCountedOnce() throws IOException {
    append("2026-11-23T10:14:00Z,50,100,10\nnever,1,2,3\n");
    assertThat(look().notes())
        .hasSize(1)
        .first()
        .asString()
        .startsWith("host.csv:3: time is 'never'; expected");
    append("2026-11-23T10:16:00Z,5000,1,1\n2026-11-23T10:17:00Z,50,1,1\n");
    assertThat(look().notes()).hasSize(1).first().asString().startsWith("host.csv:4:");
    assertThat(look().notes()).isEmpty();

    assertThat(windows.count(IssueReason.UNREADABLE_LINES)).isEqualTo(2);
  }

  /** The host's clock is ahead by an hour from 10:30 on, and set back at 10:32. */
  @Test
  void rowsOfAClockThatIsAheadAreNoMark() throws IOException {
    append("2026-11-23T10:29:00Z,1,1,1\n2026-11-23T11:30:00Z,2,2,2\n");
    assertThat(look().notes())
        .singleElement()
        .satisfies(
            note -> assertThat(note).startsWith("1 of the rows are ahead of this machine's"));
    append("2026-11-23T11:31:00Z,4,4,4\n2026-11-23T10:32:00Z,8,8,8\n");
    clock = at("2026-11-23T10:32:00Z");
    look();

    assertThat(sum(Figure.HOST_READ_BYTES)).isEqualTo(1 + 8);
    assertThat(windows.count(IssueReason.CLOCK_DIFFERS)).isEqualTo(2);
    append("2026-11-23T11:30:00Z,16,16,16\n2026-11-23T11:31:00Z,32,32,32\n");
    clock = at("2026-11-23T11:32:00Z");
    look();

    assertThat(sum(Figure.HOST_READ_BYTES))
        .as("what was left out is not taken when its time has come")
        .isEqualTo(1 + 8 + 16 + 32);
  }

  /** Nobody sets the clock back: rows come as late as it is ahead. */
  @Test
  void rowsThatAreAheadWait() throws IOException {
    append("2026-11-23T10:40:00Z,1,1,1\n");
    assertThat(look().windows()).isZero();
    clock = at("2026-11-23T10:41:00Z");
    append("2026-11-23T10:51:00Z,2,2,2\n");
    look();

    assertThat(sum(Figure.HOST_READ_BYTES)).isEqualTo(1);
  }

  /** This machine's own clock was ahead in the run before. */
  @Test
  void aMarkThatIsAheadIsLeft() throws IOException {
    append("2026-11-23T10:29:00Z,1,1,1\n2026-11-23T11:30:00Z,2,2,2\n");
    clock = at("2026-11-23T11:30:00Z");
    look();
    clock = at("2026-11-23T10:30:00Z");
    HostFollower follower =
        HostFollower.open(new FollowedHost("booking-1", file, "host.csv"), windows, clock);
    assertThat(follower.look(false, () -> false).notes())
        .anyMatch(note -> note.startsWith("rows were taken until 2026-11-23T11:30:00Z"));
    append("2026-11-23T10:31:00Z,4,4,4\n");
    follower.look(false, () -> false);
    follower.seal();

    assertThat(sum(Figure.HOST_READ_BYTES)).isEqualTo(1 + 2 + 4);
  }

  @Test
  void aFileThatIsNoneIsAFailure() throws IOException {
    Files.writeString(file, "load,users\n1,2\n");
    assertThat(look().failures()).hasSize(1).first().asString().contains("no columns");
    Files.delete(file);
    assertThatThrownBy(this::look).hasMessageContaining("mend capacity.metrics");
  }

  @Test
  void aWindowThatNobodyCanContinueLosesNothingAndDoublesNothing() throws IOException {
    append("2026-11-23T10:14:00Z,50,100,10\n");
    look();
    append("2026-11-23T10:15:00Z,25,200,20\n");
    FollowedHost host = new FollowedHost("booking-1", file, "host.csv");
    assertThatThrownBy(() -> HostFollower.open(host, new NewerVersion(windows), clock))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "window 1 cannot be continued: a cursor of version 99; this Watershed reads version 1:"
                + " go on with the one that wrote it");
    assertThat(windows.windows()).hasSize(1);
    look();

    assertThat(sum(Figure.HOST_READ_BYTES)).isEqualTo(300);
  }
}
