package dev.watershed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snapshot beside the bundled logs is theirs, and the gate at work on it. */
class MarketplaceSnapshotTest {

  private static final Path EXAMPLE = Path.of("..", "examples", "marketplace");

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
    try (Stream<Path> files = Files.walk(EXAMPLE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path relative = EXAMPLE.relativize(file);
        if (!relative.startsWith("workload")) {
          Path target = folder.resolve(relative);
          Files.createDirectories(target.getParent());
          Files.copy(file, target);
        }
      }
    }
  }
}
