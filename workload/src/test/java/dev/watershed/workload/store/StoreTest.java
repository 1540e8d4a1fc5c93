package dev.watershed.workload.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.store.Events.Event;
import dev.watershed.workload.store.file.ForwardingFiles;
import dev.watershed.workload.store.file.LocalStoreFiles;
import dev.watershed.workload.store.file.StoreFiles;
import dev.watershed.workload.store.file.StoreLock;
import dev.watershed.workload.store.file.StoreLockedException;
import dev.watershed.workload.store.window.Seal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreTest {

  @TempDir private Path folder;

  @Test
  void windowsMergeToTheWorkloadThatOneReaderWouldHaveBuilt() throws IOException {
    List<Event> events = Events.random(1, 2_000, 5);
    StoreFiles files = new LocalStoreFiles(folder);
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      StoreFixture.seal(writer, StoreFixture.SERVER, 1, events, Events.WIDE);
    }
    assertThat(StoreFixture.everything(files, Events.WIDE))
        .isEqualTo(WorkloadText.of(Events.workload(events, Events.WIDE)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 40})
  void theCutOfTheInputDoesNotShowEvenWhereBoundsAreReached(int runs) throws IOException {
    List<Event> events = Events.random(2, 3_000, 3);
    StoreFiles files = new LocalStoreFiles(folder);
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      int size = events.size() / runs;
      for (int run = 0; run < runs; run++) {
        int to = run == runs - 1 ? events.size() : (run + 1) * size;
        List<Event> part = events.subList(run * size, to);
        StoreFixture.seal(writer, StoreFixture.SERVER, run + 1, part, Events.TIGHT);
      }
    }
    assertThat(StoreFixture.everything(files, Events.TIGHT))
        .isEqualTo(WorkloadText.of(Events.workload(events, Events.TIGHT)))
        .contains("(other statements)");
  }

  @Test
  void aWindowIsPutOnce() throws IOException {
    List<Event> events = Events.random(3, 100, 1);
    StoreFiles files = new LocalStoreFiles(folder);
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      StoreFixture.seal(writer, StoreFixture.SERVER, 1, events, Events.WIDE);
      StoreFixture.seal(writer, StoreFixture.SERVER, 1, events.subList(0, 9), Events.WIDE);
    }
    assertThat(StoreFixture.everything(files, Events.WIDE))
        .isEqualTo(WorkloadText.of(Events.workload(events, Events.WIDE)));
  }

  /** As on an object store, where nothing but the put itself can tell. */
  @Test
  void aSecondWriterIsFoundOutAndOverwritesNothing() throws IOException {
    List<Event> events = Events.random(3, 100, 1);
    StoreFiles files = new LocalStoreFiles(folder);
    StoreFiles unlocked =
        new ForwardingFiles(files) {
          @Override
          public StoreLock lock(String name, String holder) {
            return () -> {};
          }
        };
    try (StoreWriter one = StoreWriter.open(unlocked, "one");
        StoreWriter other = StoreWriter.open(unlocked, "other")) {
      StoreFixture.seal(one, StoreFixture.SERVER, 1, events.subList(0, 9), Events.WIDE);
      StoreFixture.seal(other, StoreFixture.SERVER, 2, events.subList(9, 20), Events.WIDE);
      assertThatThrownBy(() -> StoreFixture.seal(one, StoreFixture.SERVER, 2, events, Events.WIDE))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("-slowlog-2.window was put by another process");
    }
    assertThat(StoreFixture.everything(files, Events.WIDE))
        .isEqualTo(WorkloadText.of(Events.workload(events.subList(0, 20), Events.WIDE)));
  }

  @Test
  void progressIsTheLastRunThatIsWhole() throws IOException {
    List<Event> events = Events.random(4, 400, 2);
    StoreFiles files = new LocalStoreFiles(folder);
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      SourceProgress none = writer.progress(StoreFixture.SERVER, StoreFixture.SOURCE);
      assertThat(none.nextRun()).isEqualTo(1);
      StoreFixture.seal(writer, StoreFixture.SERVER, 1, events.subList(0, 200), Events.WIDE);
      writer.put(
          StoreFixture.header(StoreFixture.SERVER, Events.START.plusSeconds(3_600), 2, 0, 3),
          Events.workload(events.subList(200, 210), Events.WIDE));
      SourceProgress progress = writer.progress(StoreFixture.SERVER, StoreFixture.SOURCE);
      assertThat(progress.done().map(Seal::run)).contains(1L);
      assertThat(progress.interrupted().map(Seal::run)).contains(2L);
      assertThat(progress.nextRun()).isEqualTo(2);
      assertThat(writer.progress("another", StoreFixture.SOURCE).nextRun()).isEqualTo(1);
    }
  }

  @Test
  void thereIsOneWriter() throws IOException {
    StoreFiles files = new LocalStoreFiles(folder);
    try (StoreWriter writer = StoreWriter.open(files, "collector 17 on host-a")) {
      assertThatThrownBy(() -> StoreWriter.open(files, "second"))
          .isInstanceOf(StoreLockedException.class)
          .hasMessageContaining("another process writes to this store");
      assertThat(writer.skipped()).isEmpty();
    }
    StoreWriter.open(files, "third").close();
  }

  @Test
  void aFolderWithoutAStoreSaysSo() {
    assertThatThrownBy(() -> Store.open(new LocalStoreFiles(folder)))
        .hasMessageContaining("there is no store");
  }

  @Test
  void whatElseLiesBesideTheServersIsNoServer() throws IOException {
    List<Event> events = Events.random(6, 50, 1);
    StoreFiles files = new LocalStoreFiles(folder);
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      StoreFixture.seal(writer, StoreFixture.SERVER, 1, events, Events.WIDE);
    }
    Files.createDirectories(folder.resolve("windows/backup 100%zz"));
    Files.writeString(folder.resolve("windows/.DS_Store"), "x");
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      assertThat(writer.servers()).containsExactly(StoreFixture.SERVER);
    }
    assertThat(StoreFixture.everything(files, Events.WIDE))
        .isEqualTo(WorkloadText.of(Events.workload(events, Events.WIDE)));
  }

  @Test
  void aNewerStoreIsNotTouched() throws IOException {
    Files.writeString(folder.resolve("store.json"), "{\"format\": \"watershed.store/9\"}");
    StoreFiles files = new LocalStoreFiles(folder);
    assertThatThrownBy(() -> Store.open(files)).hasMessageContaining("update Watershed");
    assertThatThrownBy(() -> StoreWriter.open(files, "x")).hasMessageContaining("version 9");
  }

  @Test
  void equalWorkloadsGiveEqualBytes() throws IOException {
    List<Event> events = Events.random(5, 500, 1);
    List<Event> shuffled = new java.util.ArrayList<>(events);
    java.util.Collections.shuffle(shuffled, new java.util.Random(5));
    WorkloadBounds wide = Events.WIDE;
    Path one = folder.resolve("one");
    Path two = folder.resolve("two");
    for (Path root : List.of(one, two)) {
      try (StoreWriter writer = StoreWriter.open(new LocalStoreFiles(root), "test")) {
        StoreFixture.seal(writer, "s", 1, root.equals(one) ? events : shuffled, wide);
      }
    }
    try (java.util.stream.Stream<Path> written = Files.walk(one)) {
      for (Path file : written.filter(Files::isRegularFile).toList()) {
        assertThat(two.resolve(one.relativize(file))).hasSameBinaryContentAs(file);
      }
    }
  }
}
