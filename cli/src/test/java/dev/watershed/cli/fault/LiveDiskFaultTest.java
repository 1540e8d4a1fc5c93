package dev.watershed.cli.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.sql.live.Live;
import dev.watershed.sql.live.LiveServer;
import dev.watershed.sql.live.Product;
import dev.watershed.workload.IssueReason;
import dev.watershed.workload.store.window.WindowLevel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store on a disk that is full. */
class LiveDiskFaultTest {

  private static final int MEGABYTES = 4;
  private static final int[] FREE_BLOCKS = {0, 1, 2, 3, 4, 6, 8, 12, 16, 24, 32};

  @TempDir Path folder;

  @Test
  @Live(Product.MYSQL)
  void aFullDiskLosesNothing(
      @Live(Product.MYSQL) LiveServer first, @Live(Product.MARIADB) LiveServer second)
      throws Exception {
    Marked statement = new Marked("full");
    Fleet fleet =
        new Fleet(folder, "disk/workload").add("booking-1", first).add("member-1", second);
    try (SmallDisk disk =
        SmallDisk.mount(Files.createDirectory(folder.resolve("disk")), MEGABYTES)) {
      fleet.collectAll();
      int executed = 0;
      int failed = 0;
      for (int free : FREE_BLOCKS) {
        statement.run(first, 3);
        statement.run(second, 2);
        executed++;
        disk.fill(free);
        int code = fleet.collect();
        if (code != 0) {
          failed++;
          assertThat(code).isIn(2, 4);
          assertThat(fleet.errors())
              .containsPattern(": (cannot write )?/.*/workload.*: No space left on device");
        }
        disk.empty();
        assertThat(fleet.calls("booking-1", statement)).isLessThanOrEqualTo(3L * executed);
      }
      assertThat(failed).isGreaterThan(2);
      fleet.collectAll();
      assertThat(fleet.calls("booking-1", statement)).isEqualTo(3L * executed);
      assertThat(fleet.calls("member-1", statement)).isEqualTo(2L * executed);
    }
  }

  @Test
  @Live(Product.MYSQL)
  void aDiskThatHasSpaceAgainWhileTheCollectorGoesOn(
      @Live(Product.MYSQL) LiveServer first, @Live(Product.MARIADB) LiveServer second)
      throws Exception {
    Marked statement = new Marked("full_while_collecting");
    Fleet fleet =
        new Fleet(folder, "disk/workload").add("booking-1", first).add("member-1", second);
    ForwardClock clock = new ForwardClock();
    try (SmallDisk disk =
        SmallDisk.mount(Files.createDirectory(folder.resolve("disk")), MEGABYTES)) {
      fleet.collectAll();
      RunningCollector collector = RunningCollector.start(fleet, clock);
      statement.run(first, 5);
      statement.run(second, 4);
      collector.awaitLooks(first, 1);
      disk.fill(0);
      clock.forward(WindowLevel.SLOT.length());
      collector.awaitMessage("booking-1: .*cannot write .*/workload/.*: No space left on device");
      collector.awaitMessage("member-1: .*cannot write .*/workload/.*: No space left on device");
      statement.run(first, 6);
      disk.empty();
      collector.awaitLooks(first, 2);
      statement.run(first, 7);
      statement.run(second, 8);
      clock.forward(WindowLevel.SLOT.length());
      collector.awaitLooks(first, 1);
      collector.awaitLooks(second, 1);
      assertThat(collector.stop()).as(collector.errors()).isZero();

      assertThat(fleet.calls("booking-1", statement)).isEqualTo(18);
      assertThat(fleet.calls("member-1", statement)).isEqualTo(12);
      for (String server : List.of("booking-1", "member-1")) {
        assertThat(fleet.issues(server, IssueReason.OTHER_SERVER)).isZero();
        assertThat(fleet.issues(server, IssueReason.COUNTERS_RESET)).isZero();
      }
    }
  }
}
