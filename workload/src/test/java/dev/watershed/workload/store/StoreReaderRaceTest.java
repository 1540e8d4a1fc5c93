package dev.watershed.workload.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.workload.store.Events.Event;
import dev.watershed.workload.store.container.FileProblem;
import dev.watershed.workload.store.file.ForwardingFiles;
import dev.watershed.workload.store.file.StoreFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reader needs no lock: whatever happens beside it, it sees each event once. */
class StoreReaderRaceTest {

  private static final List<Event> EVENTS = Events.random(51, 200, 3);
  private static final CompactionPolicy POLICY =
      new CompactionPolicy(
          Duration.ofHours(1), Duration.ofHours(9), Duration.ofDays(9), Events.WIDE);

  private final MemoryFiles files = new MemoryFiles();

  @BeforeEach
  void seal() throws IOException {
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      StoreFixture.seal(writer, StoreFixture.SERVER, 1, EVENTS, Events.WIDE);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 26})
  void aCompactionBeforeAnyStepOfAReaderDoesNotShow(int hoursLater) throws IOException {
    String expected = WorkloadText.of(Events.workload(EVENTS, Events.WIDE));
    CountingReader counting = new CountingReader(files, -1, () -> {});
    assertThat(StoreFixture.everything(counting, Events.WIDE)).isEqualTo(expected);
    assertThat(counting.reads).isGreaterThan(10);
    for (int read = 0; read < counting.reads; read++) {
      MemoryFiles copy = new MemoryFiles();
      files.names().forEach(name -> copy.overwrite(name, files.bytes(name)));
      CountingReader reader = new CountingReader(copy, read, () -> compact(copy, hoursLater));
      assertThat(StoreFixture.everything(reader, Events.WIDE))
          .as("read " + read)
          .isEqualTo(expected);
    }
  }

  @Test
  void aWindowThatSomebodyTookAwayIsNamed() throws IOException {
    String victim =
        files.names().stream().filter(name -> name.endsWith(".window")).findFirst().orElseThrow();
    MissingFile missing = new MissingFile(files, victim);
    try (StoreSnapshot snapshot = Store.open(missing).snapshot(WindowFilter.ALL)) {
      assertThat(snapshot.skipped())
          .singleElement()
          .satisfies(
              skipped -> {
                assertThat(skipped.file()).isEqualTo(victim);
                assertThat(skipped.problem()).isEqualTo(FileProblem.VANISHED);
              });
      List<Event> rest = new ArrayList<>(EVENTS);
      rest.removeAll(Events.bySlot(EVENTS).get(Events.START));
      assertThat(WorkloadText.of(snapshot.merge(Events.WIDE).workload()))
          .isEqualTo(WorkloadText.of(Events.workload(rest, Events.WIDE)));
    }
  }

  private static void compact(MemoryFiles files, int hoursLater) {
    try (StoreWriter writer = StoreWriter.open(files, "beside")) {
      assertThat(writer.compact(POLICY, Events.START.plus(Duration.ofHours(hoursLater))).written())
          .isPositive();
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }

  /** Does something before the n-th read. */
  private static class CountingReader extends ForwardingFiles {

    private final int at;
    private final Runnable beside;
    private int reads;

    CountingReader(StoreFiles files, int at, Runnable beside) {
      super(files);
      this.at = at;
      this.beside = beside;
    }

    private void count() {
      if (reads++ == at) {
        beside.run();
      }
    }

    @Override
    public List<String> list(String folder) throws IOException {
      count();
      return super.list(folder);
    }

    @Override
    public ByteBuffer map(String name) throws IOException {
      count();
      return super.map(name);
    }
  }

  /** Lists a file that cannot be opened. */
  private static final class MissingFile extends CountingReader {

    private final String missing;

    MissingFile(StoreFiles files, String missing) {
      super(files, -1, () -> {});
      this.missing = missing;
    }

    @Override
    public ByteBuffer map(String name) throws IOException {
      if (name.equals(missing)) {
        throw new java.nio.file.NoSuchFileException(name);
      }
      return super.map(name);
    }
  }
}
