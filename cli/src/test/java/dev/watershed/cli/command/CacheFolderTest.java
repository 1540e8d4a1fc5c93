package dev.watershed.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheFolderTest {

  private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");

  @TempDir Path home;
  private Path place;
  private CacheFolder folder;

  @BeforeEach
  void begin() {
    place = home.resolve("store/cache");
    folder = new CacheFolder(place);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(place)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private void written(String name, Duration ago) throws IOException {
    folder.write(name, new byte[1]);
    Files.setLastModifiedTime(place.resolve(name), FileTime.from(NOW.minus(ago)));
  }

  @Test
  void givesWhatItGot() throws IOException {
    assertThat(folder.read("a")).isEmpty();
    folder.write("a", new byte[] {1, 2});
    folder.write("a", new byte[] {3});
    assertThat(folder.read("a")).hasValueSatisfying(bytes -> assertThat(bytes).containsExactly(3));
    assertThat(names()).containsExactly("a");
  }

  @Test
  void leavesNothingBehindWhereItCannotWrite() throws IOException {
    Files.createDirectories(place.resolve("a/b"));
    assertThatThrownBy(() -> folder.write("a", new byte[1])).isInstanceOf(IOException.class);
    assertThat(names()).containsExactly("a");
    Path file = Files.createFile(home.resolve("file"));
    assertThatThrownBy(() -> new CacheFolder(file).write("a", new byte[1]))
        .isInstanceOf(IOException.class);
  }

  @Test
  void cleansWhatIsOld() throws IOException {
    written("used", Duration.ofDays(90));
    written("young", CacheFolder.LONGEST.minusHours(1));
    written("old", CacheFolder.LONGEST.plusHours(1));
    written(".unfinished-young", Duration.ofMinutes(1));
    written(".unfinished-old", Duration.ofHours(2));
    folder.clean(Set.of("used"), NOW);
    assertThat(names()).containsExactly(".unfinished-young", "used", "young");
  }

  @Test
  void cleansWhatIsTooMuch() throws IOException {
    for (int i = 0; i < CacheFolder.MOST_OTHERS + 5; i++) {
      written(String.format("%02d", i), Duration.ofMinutes(i));
    }
    folder.clean(Set.of("36"), NOW);
    assertThat(names()).hasSize(CacheFolder.MOST_OTHERS + 1).contains("00", "31", "36");
    folder.clean(Set.of(), NOW);
    assertThat(names()).hasSize(CacheFolder.MOST_OTHERS).doesNotContain("36");
  }

  @Test
  void nothingToCleanIsNoProblem() throws IOException {
    folder.clean(Set.of(), NOW);
    assertThat(place).doesNotExist();
  }

  /** Whatever others do at the same time, a file is one that somebody wrote. */
  @Test
  void manyMayUseItAtOnce() throws IOException, InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> writers = new ArrayList<>();
      for (int writer = 1; writer <= 4; writer++) {
        byte content = (byte) writer;
        writers.add(
            threads.submit(
                () -> {
                  CacheFolder own = new CacheFolder(place);
                  byte[] bytes = new byte[100_000];
                  java.util.Arrays.fill(bytes, content);
                  for (int i = 0; i < 50; i++) {
                    own.write("a", bytes);
                    byte[] read = own.read("a").orElseThrow();
                    assertThat(read).hasSize(bytes.length).containsOnly(read[0]);
                    own.clean(Set.of("a"), NOW);
                  }
                  return null;
                }));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(names()).containsExactly("a");
  }
}
