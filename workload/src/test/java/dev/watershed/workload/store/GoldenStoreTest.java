package dev.watershed.workload.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.workload.store.Events.Event;
import dev.watershed.workload.store.file.LocalStoreFiles;
import dev.watershed.workload.store.file.StoreFiles;
import dev.watershed.workload.store.window.StoredWindow;
import dev.watershed.workload.store.window.WindowLevel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Stores that earlier versions wrote stay readable. A new version of the format adds a folder;
 * those that are there never change.
 */
class GoldenStoreTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"store-v1", "store-v2"})
  void aStoreOfEachVersionSaysWhatItSaid(String version) throws IOException {
    StoreFiles files = new LocalStoreFiles(GOLDEN.resolve(version));
    String expected = Files.readString(GOLDEN.resolve(version + ".txt"));
    assertThat(StoreFixture.everything(files, Events.WIDE) + "\n").isEqualTo(expected);
    try (StoreSnapshot snapshot = Store.open(files).snapshot(WindowFilter.ALL)) {
      assertThat(snapshot.windows().stream().map(StoredWindow::name).map(name -> name.level()))
          .contains(WindowLevel.SLOT, WindowLevel.HOUR);
    }
  }

  /** A version 1 does not see files of several hours: the store has to stop it. */
  @Test
  void aStoreOfVersion1BecomesOneOfVersion2WhenItIsWrittenTo() throws IOException {
    MemoryFiles files = new MemoryFiles();
    byte[] first = Files.readAllBytes(GOLDEN.resolve("store-v1/store.json"));
    files.overwrite("store.json", first);
    Store.open(files).snapshot(WindowFilter.ALL).close();
    assertThat(files.bytes("store.json")).as("reading changes nothing").isEqualTo(first);
    StoreWriter.open(files, "test").close();
    assertThat(new String(files.bytes("store.json"), StandardCharsets.UTF_8))
        .contains("watershed.store/2");
  }

  /** What makes a golden store; the current version's is compared with it in meaning. */
  @Test
  void theCurrentVersionWritesAStoreThatSaysTheSame() throws IOException {
    write(folder);
    assertThat(StoreFixture.everything(new LocalStoreFiles(folder), Events.WIDE) + "\n")
        .isEqualTo(Files.readString(GOLDEN.resolve("store-v2.txt")));
  }

  static void write(Path folder) throws IOException {
    List<Event> events =
        Events.random(61, 2_500, 62).stream().filter(event -> wanted(event.end())).toList();
    int half = events.size() / 2;
    try (StoreWriter writer = StoreWriter.open(new LocalStoreFiles(folder), "golden")) {
      StoreFixture.seal(writer, StoreFixture.SERVER, 1, events.subList(0, half), Events.WIDE);
      StoreFixture.seal(
          writer, StoreFixture.SERVER, 2, events.subList(half, events.size()), Events.WIDE);
      writer.compact(
          new CompactionPolicy(
              Duration.ofHours(6), Duration.ofHours(30), Duration.ofDays(99), Events.WIDE),
          Events.START.plus(Duration.ofHours(62)));
    }
  }

  /** A few hours that become a window of each level. */
  private static boolean wanted(Instant end) {
    return Set.of(0L, 1L, 24L, 30L, 50L, 60L)
        .contains(Duration.between(Events.START, end).toHours());
  }

  /** Makes the golden store of a new version: the folder to write and the file of its text. */
  public static void main(String[] arguments) throws IOException {
    Path target = Path.of(arguments[0]);
    write(target);
    String text = StoreFixture.everything(new LocalStoreFiles(target), Events.WIDE);
    Files.writeString(Path.of(arguments[1]), text + "\n");
  }
}
