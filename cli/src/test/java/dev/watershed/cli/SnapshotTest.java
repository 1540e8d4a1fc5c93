package dev.watershed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code snapshot} of the bundled fleet, and the commands that read it in the place of a store. */
class SnapshotTest {

  private static final String MADE = "2026-11-24T00:00:00Z";

  /** What a digest has in a store and not in a snapshot; docs/snapshot.md says so. */
  private static final Set<String> ABSENT = Set.of("sample", "path", "offset");

  @TempDir static Path folder;
  private static CommandRun run;

  @BeforeAll
  static void collect() throws IOException {
    ExampleFiles.copyInto(folder);
    Files.writeString(
        folder.resolve("moves.yaml"),
        """
        format: watershed.moves/1
        moves:
          - {mergeServices: [checkin], into: booking}
          - {moveTables: ["plan.price*"], owner: booking}
          - {mergeSchemas: [coupon], into: market}
        """);
    run = new CommandRun(folder);
    run("collect", "-c", "watershed.yaml", "--log-ended");
    run("snapshot", "-c", "watershed.yaml", "--out", "fleet.snapshot");
  }

  private static String run(String... arguments) {
    run.execute(arguments);
    assertThat(run.exitCode()).describedAs(run.errors()).isZero();
    return run.output();
  }

  static Stream<List<String>> commands() {
    return Stream.of(
        List.of("advise"),
        List.of("plan", "--what-if", "moves.yaml"),
        List.of("plan", "--modules", "--what-if", "moves.yaml"),
        List.of("owners"),
        List.of("owners", "--modules"),
        List.of("explain", "booking.bookings"),
        List.of("explain", "DIGEST"),
        List.of("explain", "ADVICE"));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void theResultIsThatOfTheStore(List<String> command) {
    String[] fromStore =
        Stream.concat(
                command.stream().map(SnapshotTest::named),
                Stream.of("-c", "watershed.yaml", "--format", "json"))
            .toArray(String[]::new);
    String[] fromSnapshot =
        Stream.concat(Stream.of(fromStore), Stream.of("--snapshot", "fleet.snapshot"))
            .toArray(String[]::new);
    String ofStore = run(fromStore);
    String ofSnapshot = run(fromSnapshot);
    assertThat(ofSnapshot).contains("\"madeAt\" : \"" + MADE + "\"");
    assertThat(comparable(ofSnapshot)).isEqualTo(comparable(ofStore));
    assertThat(ofSnapshot.replaceAll("[0-9]", "")).doesNotContain("ago");
  }

  /** An id that the store has. */
  private static String named(String argument) {
    return switch (argument) {
      case "DIGEST" -> found("digest", "\"digest\" : \"", "booking-1-slow.log.gz");
      case "ADVICE" -> found("advise", "\"id\" : \"");
      default -> argument;
    };
  }

  private static String found(String command, String before, String... more) {
    String[] arguments =
        Stream.concat(
                Stream.of(command, "-c", "watershed.yaml", "--format", "json"), Stream.of(more))
            .toArray(String[]::new);
    run.execute(arguments);
    String output = run.output();
    int from = output.indexOf(before) + before.length();
    return output.substring(from, output.indexOf('"', from));
  }

  /** Without the stamp, and without what only a store has. */
  private static String comparable(String json) {
    String unstamped = json.replaceFirst("(?s)\\n  \"snapshot\" : \\{.*?\\n  \\},", "");
    String withoutAccounts =
        unstamped.replaceFirst("(?s)\\n  \"byAccount\" : \\[.*?\\n  \\} ?\\]", "");
    return withoutAccounts
        .lines()
        .filter(line -> ABSENT.stream().noneMatch(name -> line.contains("\"" + name + "\" : ")))
        .reduce("", (all, line) -> all + line + "\n");
  }

  @Test
  void sameStoreSameBytesButForTheTime() throws IOException {
    run("snapshot", "-c", "watershed.yaml", "--out", "again.snapshot");
    assertThat(folder.resolve("again.snapshot"))
        .hasSameBinaryContentAs(folder.resolve("fleet.snapshot"));
    CommandRun later =
        new CommandRun(folder)
            .clock(Clock.fixed(Instant.parse("2026-11-24T01:00:00Z"), ZoneOffset.UTC));
    later.execute("snapshot", "-c", "watershed.yaml", "--out", "later.snapshot");
    byte[] first = Files.readAllBytes(folder.resolve("fleet.snapshot"));
    byte[] second = Files.readAllBytes(folder.resolve("later.snapshot"));
    assertThat(second).hasSameSizeAs(first);
    int different = 0;
    for (int i = 0; i < first.length; i++) {
      different += first[i] == second[i] ? 0 : 1;
    }
    // The time, the checksum of its section, and that of the directory that names it.
    assertThat(different).isBetween(1, 16);
    assertThat(later.output().lines().filter(line -> line.startsWith("id ")).toList())
        .isEqualTo(
            run("snapshot", "-c", "watershed.yaml", "--out", "again.snapshot")
                .lines()
                .filter(line -> line.startsWith("id "))
                .toList());
  }

  @Test
  void saysWhatItHolds() {
    String text = run("snapshot", "-c", "watershed.yaml", "--out", "again.snapshot");
    assertThat(text)
        .contains("again.snapshot: ", "servers   2: booking-1, content-1", "services  40: ")
        .contains("tables    2,100", "made      " + MADE, "left out  samples, minutes, accounts");
    String json =
        run("snapshot", "-c", "watershed.yaml", "--out", "again.snapshot", "--format", "json");
    assertThat(json)
        .contains("\"format\" : \"watershed.snapshot/1\"", "\"tables\" : 2100")
        .contains("\"madeAt\" : \"" + MADE + "\"");
  }

  @Test
  void textsNameItWithItsAge() {
    CommandRun later =
        new CommandRun(folder)
            .clock(Clock.fixed(Instant.parse("2026-11-24T05:30:00Z"), ZoneOffset.UTC));
    later.execute("owners", "-c", "watershed.yaml", "--snapshot", "fleet.snapshot");
    assertThat(later.output()).matches("(?s)snapshot [0-9a-f]{16}, made " + MADE + " \\(5 h ago.*");
  }

  @Test
  void oneServerOfIt() {
    String both = run("advise", "-c", "watershed.yaml", "--snapshot", "fleet.snapshot");
    String one =
        run(
            "advise",
            "-c",
            "watershed.yaml",
            "--snapshot",
            "fleet.snapshot",
            "--server",
            "content-1");
    assertThat(both).contains("booking-1");
    assertThat(one).doesNotContain("booking-1").contains("content-1");
  }
}
