package dev.watershed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Snapshots that cannot be read, are too old or are of other servers. */
class SnapshotErrorsTest {

  private static final int WRONG = 2;
  private static final int NOT_ENOUGH = 3;

  @TempDir Path folder;
  private CommandRun run;

  @BeforeEach
  void make() throws IOException {
    StringBuilder log = new StringBuilder();
    Instant start = Instant.parse("2026-11-23T02:00:00Z");
    SlowLogText.event(log, "svc_shop", start, "UPDATE shop.items SET a = 1 WHERE id = 1");
    SlowLogText.event(log, "stranger", start, "SELECT a FROM shop.items WHERE id = 1");
    Files.writeString(folder.resolve("slow.log"), log);
    Files.writeString(folder.resolve("watershed.yaml"), configuration("shop-1", "shop"));
    run = new CommandRun(folder);
    run.execute("collect", "-c", "watershed.yaml", "--log-ended");
    run.execute("snapshot", "-c", "watershed.yaml", "--out", "shop.snapshot");
    assertThat(run.exitCode()).describedAs(run.errors()).isZero();
  }

  private static String configuration(String server, String service) {
    return """
        servers:
          - {name: %s, slowLog: slow.log, longQueryTimeSeconds: 0}
        services:
          - {name: %s, match: {users: [svc_shop]}, owns: ["shop.*"]}
        """
        .formatted(server, service);
  }

  private void owners(String... more) {
    String[] all = new String[more.length + 1];
    all[0] = "owners";
    System.arraycopy(more, 0, all, 1, more.length);
    run.execute(all);
  }

  @Test
  void noFile() {
    owners("-c", "watershed.yaml", "--snapshot", "none.snapshot");
    assertThat(run.exitCode()).isEqualTo(WRONG);
    assertThat(run.errors()).contains("there is no file none.snapshot", "watershed snapshot -c");
  }

  @Test
  void noSnapshot() {
    owners("-c", "watershed.yaml", "--snapshot", "slow.log");
    assertThat(run.exitCode()).isEqualTo(WRONG);
    assertThat(run.errors()).contains("slow.log: this is no snapshot");
  }

  @Test
  void cut() throws IOException {
    byte[] bytes = Files.readAllBytes(folder.resolve("shop.snapshot"));
    Files.write(folder.resolve("cut.snapshot"), java.util.Arrays.copyOf(bytes, bytes.length - 100));
    owners("-c", "watershed.yaml", "--snapshot", "cut.snapshot");
    assertThat(run.exitCode()).isEqualTo(WRONG);
    assertThat(run.errors()).contains("cut.snapshot: the snapshot is damaged", "make it again");
  }

  @Test
  void everyByteThatIsDamagedIsSeen() throws IOException {
    byte[] whole = Files.readAllBytes(folder.resolve("shop.snapshot"));
    for (int at = 64; at < whole.length; at += 331) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x40;
      Files.write(folder.resolve("damaged.snapshot"), damaged);
      owners("-c", "watershed.yaml", "--snapshot", "damaged.snapshot");
      // Between sections nothing is read, and nothing can be wrong.
      assertThat(run.exitCode()).describedAs("byte " + at).isIn(0, WRONG);
      if (run.exitCode() == WRONG) {
        assertThat(run.errors()).contains("damaged.snapshot: the snapshot is damaged");
      }
    }
  }

  @Test
  void newer() throws IOException {
    byte[] bytes = Files.readAllBytes(folder.resolve("shop.snapshot"));
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(Long.BYTES, 99);
    Files.write(folder.resolve("newer.snapshot"), bytes);
    owners("-c", "watershed.yaml", "--snapshot", "newer.snapshot");
    assertThat(run.exitCode()).isEqualTo(WRONG);
    assertThat(run.errors()).contains("a newer version of Watershed wrote it");
  }

  @ParameterizedTest
  @CsvSource({"2026-11-26T23:59:59Z, 0", "2026-11-27T00:00:01Z, 3"})
  void tooOld(Instant now, int exitCode) {
    run = new CommandRun(folder).clock(Clock.fixed(now, ZoneOffset.UTC));
    owners("-c", "watershed.yaml", "--snapshot", "shop.snapshot", "--max-age", "72h");
    assertThat(run.exitCode()).isEqualTo(exitCode);
    if (exitCode == NOT_ENOUGH) {
      assertThat(run.errors())
          .contains("shop.snapshot: snapshot ", "made 2026-11-24T00:00:00Z", "--max-age 72h")
          .contains("watershed snapshot -c");
    }
  }

  @Test
  void ofOtherServers() throws IOException {
    Files.writeString(folder.resolve("other.yaml"), configuration("stock-1", "shop"));
    owners("-c", "other.yaml", "--snapshot", "shop.snapshot");
    assertThat(run.exitCode()).isEqualTo(WRONG);
    assertThat(run.errors()).contains("it holds shop-1, and other.yaml names stock-1");
  }

  @Test
  void aServiceThatTheConfigurationLacksIsNamedAndCounts() throws IOException {
    Files.writeString(folder.resolve("renamed.yaml"), configuration("shop-1", "sales"));
    owners("-c", "renamed.yaml", "--snapshot", "shop.snapshot");
    assertThat(run.exitCode()).describedAs(run.errors()).isZero();
    assertThat(run.errors()).contains("services that the configuration does not declare: shop");
    assertThat(run.output()).contains("shop").contains("sales");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "owners -c watershed.yaml --max-age 72h | --max-age: expected --snapshot FILE with it",
        "owners -c watershed.yaml --snapshot shop.snapshot --since 2h | whose span is fixed",
        "advise -c watershed.yaml --snapshot shop.snapshot --max-age old | --max-age: 'old'",
        "plan -c watershed.yaml --snapshot shop.snapshot | expected --what-if MOVES with it",
        "explain 1 -c watershed.yaml --snapshot shop.snapshot --from slow.log | do not go together",
        "explain 1 -c watershed.yaml --snapshot shop.snapshot --until 2h | whose span is fixed",
        "snapshot -c watershed.yaml --out - | a snapshot is no text",
        "snapshot -c watershed.yaml --out none/shop.snapshot | its folder does not exist"
      })
  void whatDoesNotGoTogether(String command, String message) {
    run.execute(command.strip().split(" "));
    assertThat(run.exitCode()).isEqualTo(WRONG);
    assertThat(run.errors()).contains(message.strip());
  }

  @Test
  void nothingInTheSpan() {
    run.execute(
        "snapshot", "-c", "watershed.yaml", "--until", "2020-01-01", "--out", "empty.snapshot");
    assertThat(run.exitCode()).isEqualTo(NOT_ENOUGH);
    assertThat(folder.resolve("empty.snapshot")).doesNotExist();
  }
}
