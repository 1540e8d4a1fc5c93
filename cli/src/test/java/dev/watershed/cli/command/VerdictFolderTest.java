package dev.watershed.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.cli.Contexts;
import dev.watershed.rules.gate.VerdictRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerdictFolderTest {

  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  @TempDir Path root;
  private VerdictFolder folder;

  @BeforeEach
  void open() {
    folder = new VerdictFolder(Contexts.of(root, errors), root.resolve("verdicts"));
  }

  @Test
  void whatIsWrittenIsReadAndASpanIsKeptOnce() {
    assertThat(folder.read().records()).isEmpty();
    VerdictRecord first = record("2026-11-20T10:00:00Z", "a");
    VerdictRecord second = record("2026-11-20T11:00:00Z", "b");
    folder.write(second);
    folder.write(first);
    folder.write(first);
    assertThat(folder.read().records()).containsExactly(first, second);
    assertThat(errors.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void ofPastDaysTheLastSpanStaysWithWhatTheOthersShowed() {
    folder.write(record("2026-11-10T10:00:00Z", "a"));
    folder.write(record("2026-11-10T11:00:00Z", "b"));
    folder.write(record("2026-11-10T12:00:00Z", "c"));
    folder.write(record("2026-11-12T10:00:00Z", "a"));
    assertThat(folder.read().records()).hasSize(4);
    folder.write(record("2026-11-13T10:00:00Z", "a"));
    List<VerdictRecord> kept = folder.read().records();
    assertThat(kept).hasSize(3);
    assertThat(kept.get(0).keys()).containsExactly("c");
    assertThat(kept.get(0).earlier()).containsExactly("a", "b");
    folder.write(record("2027-12-16T10:00:00Z", "a"));
    assertThat(folder.read().records())
        .extracting(VerdictRecord::until)
        .containsExactly(
            Instant.parse("2026-11-12T10:00:00Z"),
            Instant.parse("2026-11-13T10:00:00Z"),
            Instant.parse("2027-12-16T10:00:00Z"));
  }

  @Test
  void aDamagedFileIsNamedAndLeftOut() throws IOException {
    folder.write(record("2026-11-10T10:00:00Z", "a"));
    folder.write(record("2026-11-11T10:00:00Z", "a"));
    Path damaged = root.resolve("verdicts/20261110T100000Z.verdicts");
    Files.writeString(damaged, Files.readString(damaged).substring(0, 40));
    assertThat(folder.read().records()).hasSize(1);
    assertThat(errors.toString(StandardCharsets.UTF_8))
        .contains(
            "left out: verdicts/20261110T100000Z.verdicts: the record of verdicts is not whole");
  }

  @Test
  void whereItCannotBeWrittenThatIsSaid() throws IOException {
    Files.writeString(root.resolve("verdicts"), "a file");
    folder.write(record("2026-11-10T10:00:00Z", "a"));
    assertThat(errors.toString(StandardCharsets.UTF_8))
        .contains("the next check knows nothing of this one");
  }

  private static VerdictRecord record(String until, String... keys) {
    Instant end = Instant.parse(until);
    return new VerdictRecord(
        end.minusSeconds(3_600),
        end,
        new TreeSet<>(List.of("budget-p95")),
        List.of(),
        new TreeSet<>(List.of(keys)),
        new TreeSet<>());
  }
}
