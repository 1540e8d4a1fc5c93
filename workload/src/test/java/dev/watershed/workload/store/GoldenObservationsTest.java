package dev.watershed.workload.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.workload.observation.ObservationEvents;
import dev.watershed.workload.observation.Observations;
import dev.watershed.workload.store.file.LocalStoreFiles;
import dev.watershed.workload.store.file.StoreFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Observations that earlier versions wrote stay readable, figure by figure. Later figures are read
 * as their default: the text that is there never changes, new kinds get a folder of their own.
 */
class GoldenObservationsTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final String FOLDER = "observations-v1";
  private static final String TEXT = FOLDER + ".txt";

  @Test
  void whatWasObservedOnceIsStillSaid() throws IOException {
    assertThat(text(new LocalStoreFiles(GOLDEN.resolve(FOLDER))))
        .isEqualTo(Files.readString(GOLDEN.resolve(TEXT)));
  }

  private static String text(StoreFiles files) throws IOException {
    try (StoreSnapshot snapshot = Store.open(files).snapshot(WindowFilter.ALL)) {
      StoreSnapshot.Observed observed = snapshot.observations(ObservationEvents.WIDE);
      assertThat(observed.skipped()).isEmpty();
      Observations all = observed.servers().get(StoreFixture.SERVER);
      return ObservationEvents.namedText(all);
    }
  }

  private static void write(Path folder) throws IOException {
    List<ObservationEvents.Event<?, ?>> events = ObservationEvents.random(81, 120);
    try (StoreWriter writer = StoreWriter.open(new LocalStoreFiles(folder), "golden")) {
      for (int run = 1; run <= 3; run++) {
        writer.put(
            StoreFixture.header(
                StoreFixture.SERVER, Events.START.plus(Duration.ofMinutes(30L * run)), run, 0, 1),
            Events.workload(List.of(), Events.WIDE),
            ObservationEvents.observations(
                events.subList(40 * (run - 1), 40 * run), ObservationEvents.TIGHT));
      }
      writer.compact(
          new CompactionPolicy(
              Duration.ofHours(1), Duration.ofDays(9), Duration.ofDays(99), Events.WIDE),
          Events.START.plus(Duration.ofHours(2)));
    }
  }

  /** Makes the golden store: the folder of golden stores. */
  public static void main(String[] arguments) throws IOException {
    Path golden = Path.of(arguments[0]);
    write(golden.resolve(FOLDER));
    Files.writeString(golden.resolve(TEXT), text(new LocalStoreFiles(golden.resolve(FOLDER))));
  }
}
