package dev.watershed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snapshot beside the bundled logs is theirs, and the gate at work on it. */
class MarketplaceSnapshotTest {

  private static final List<Path> EXAMPLES =
      List.of(Path.of("..", "examples", "marketplace"), Path.of("..", "examples", "gate"));
  private static final long MOST_BYTES = 600_000;

  @TempDir private Path folder;

  /** {@code watershed snapshot -c examples/marketplace/watershed.yaml --out …} makes it anew. */
  @Test
  void theSnapshotIsThatOfTheLogs() throws IOException {
    copy();
    CommandRun run = new CommandRun(folder);
    run.execute("collect", "-c", "watershed.yaml", "--log-ended");
    assertThat(run.exitCode()).isZero();
    run.execute("snapshot", "-c", "watershed.yaml", "--out", "fresh.snapshot");
    assertThat(run.exitCode()).isZero();
    assertThat(checked(run, "marketplace.snapshot")).isEqualTo(checked(run, "fresh.snapshot"));
  }

  @Test
  void theGateSaysWhatTheChangeBreaks() throws IOException {
    copy();
    CommandRun run = new CommandRun(folder);
    run.execute(
        "check", "-c", "watershed.yaml", "--snapshot", "marketplace.snapshot", "--ddl", "change");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output())
        .contains("error  required-column  payment.payments.channel  payment")
        .contains("error  used-column  booking.bookings.code  booking, checkin")
        .contains("at change/V1__coupons_at_check_in.sql:7:30")
        .contains("warning  repeated-index  booking.bookings.ix_member_again")
        .contains("The gate fails: 2 new of severity error, 1 new of severity warning");
  }

  @Test
  void theSnapshotIsSmallEnoughForTheRepository() throws IOException {
    assertThat(Files.size(EXAMPLES.get(1).resolve("marketplace.snapshot"))).isLessThan(MOST_BYTES);
  }

  /** The result of a check without the snapshot that it names. */
  private static String checked(CommandRun run, String snapshot) {
    run.execute(
        "check",
        "-c",
        "watershed.yaml",
        "--snapshot",
        snapshot,
        "--ddl",
        "change",
        "--format",
        "json");
    assertThat(run.exitCode()).isEqualTo(1);
    return run.output().replaceAll("\"snapshot(MadeAt)?\" : \"[^\"]*\"", "");
  }

  private void copy() throws IOException {
    for (Path example : EXAMPLES) {
      try (Stream<Path> files = Files.walk(example)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Path relative = example.relativize(file);
          if (!relative.startsWith("workload") && !relative.endsWith("README.md")) {
            Path target = folder.resolve(relative);
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
          }
        }
      }
    }
  }
}
