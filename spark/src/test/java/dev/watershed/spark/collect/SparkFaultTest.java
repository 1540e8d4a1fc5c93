package dev.watershed.spark.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.spark.CommandRun;
import dev.watershed.spark.LocalSpark;
import dev.watershed.spark.StoreContent;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong with a task, a file, a store: told as on one machine, and the rest is done. */
class SparkFaultTest {

  private static final int TRIES = 4;

  @TempDir private static Path faults;
  private static LocalSpark spark;

  @TempDir private Path folder;
  private FaultyLogs logs;

  @BeforeAll
  static void start() {
    spark = new LocalSpark("local[2," + TRIES + "]", FaultyFileSystem.settings(faults));
  }

  @AfterAll
  static void stop() {
    spark.close();
  }

  @BeforeEach
  void write() throws IOException {
    logs = new FaultyLogs(folder, faults);
  }

  @Test
  void aTaskThatFailsIsTriedAgain() throws IOException {
    for (int number = 0; number < TRIES - 1; number++) {
      logs.plan("head", "db-2", number);
      logs.plan("fail", "db-3", number);
    }
    CommandRun run = logs.collect(spark);
    assertThat(logs.happened()).isTrue();
    assertThat(run.errors()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(logs.made()).isEqualTo(logs.expected());
  }

  /** Of this server what came before is in place, of the others all; the next run goes on. */
  @Test
  void aFileThatNoExecutorReadsIsNamedAndTheRestIsDone() throws IOException {
    for (int number = 0; number < 200; number++) {
      logs.plan("fail", "db-2", number);
    }
    CommandRun run = logs.collect(spark);
    assertThat(run.errors()).contains("db-2: ").contains("input/output error");
    assertThat(run.code()).isEqualTo(4);
    SortedMap<String, String> expected = logs.expected();
    assertThat(windows(logs.made(), "db-1")).isEqualTo(windows(expected, "db-1")).isNotEmpty();
    assertThat(windows(logs.made(), "db-2").size()).isLessThan(windows(expected, "db-2").size());
    clearFaults();
    assertThat(logs.collect(spark).code()).isZero();
    assertThat(logs.made()).isEqualTo(expected);
  }

  /** Renamed while its folder is listed: it is in no list, and not gone. */
  @Test
  void aFileThatOneListingLacksIsLookedForAgain() throws IOException {
    assertThat(logs.collect(spark).code()).isZero();
    SortedMap<String, String> made = logs.made();
    logs.plan("hide", folder + "/logs/db-2/slow.log", 0);
    CommandRun run = logs.collect(spark);
    assertThat(logs.happened()).isTrue();
    assertThat(run.errors()).isEmpty();
    assertThat(logs.made()).isEqualTo(made);
  }

  /** Of a log that is rotated while it is read another file has the name. */
  @Test
  void aFileThatIsAnotherOneThanWasListedIsNotRead() throws IOException {
    logs.plan("swap", "db-2/slow.log.1", 0);
    CommandRun run = logs.collect(spark);
    assertThat(logs.happened()).isTrue();
    assertThat(run.errors())
        .contains("logs/db-2/slow.log.1: is not the file any more that was listed");
    assertThat(run.code()).isEqualTo(4);
    // Another task may have read what it was before.
    List<String> made = windows(logs.made(), "db-2");
    FaultyFileSystem.swap(folder.resolve("logs/db-2/slow.log.1"));
    assertThat(windows(logs.expected(), "db-2"))
        .containsAll(made)
        .hasSizeGreaterThan(made.size() + 2);
    assertThat(logs.collect(spark).code()).isZero();
    assertThat(logs.made()).isEqualTo(logs.expected());
  }

  @Test
  void nothingIsReadWhereAnOptionIsWrong() {
    CommandRun run =
        CommandRun.onSpark(
            folder,
            spark,
            "collect",
            "-c",
            "watershed.yaml",
            "--logs",
            folder + "/logs/{server}/slow*",
            "--from",
            folder + "/nothing/*.bundle",
            "--store",
            folder.resolve("cluster").toString());
    assertThat(run.errors()).contains("nothing/*.bundle: no bundle matches it");
    assertThat(run.code()).isEqualTo(2);
    assertThat(folder.resolve("cluster")).doesNotExist();
  }

  @Test
  void aTruncatedArchiveAmongManyIsNamedAsOnOneMachine() throws IOException {
    Path older = folder.resolve("logs/db-3/slow.log.1");
    Path packed = folder.resolve("logs/db-3/slow.log.1.gz");
    try (GZIPOutputStream stream = new GZIPOutputStream(Files.newOutputStream(packed))) {
      Files.copy(older, stream);
    }
    byte[] bytes = Files.readAllBytes(packed);
    Files.write(packed, Arrays.copyOf(bytes, bytes.length / 2));
    Files.delete(older);
    CommandRun run = logs.collect(spark);
    CommandRun alone = alone();
    assertThat(run.errors())
        .isEqualTo(alone.errors())
        .contains("slow.log.1.gz: the compressed file is damaged or ends early");
    assertThat(run.code()).isEqualTo(alone.code());
    assertThat(logs.made()).isEqualTo(StoreContent.of(folder.resolve("alone")));
  }

  /** The archive is whole, what came of it is not. */
  @Test
  void anArchiveThatIsCutOffOnItsWayIsReadAgain() throws IOException {
    Path older = folder.resolve("logs/db-3/slow.log.1");
    try (GZIPOutputStream stream =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("logs/db-3/slow.log.1.gz")))) {
      Files.copy(older, stream);
    }
    Files.delete(older);
    for (int number = 0; number < TRIES - 1; number++) {
      logs.plan("cut", "db-3/slow.log.1.gz", number);
    }
    CommandRun run = logs.collect(spark);
    assertThat(logs.happened()).isTrue();
    assertThat(run.errors()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(logs.made()).isEqualTo(logs.expected());
  }

  @Test
  void aServerWithoutFilesIsNamedAndTheRestIsDone() throws IOException {
    Files.writeString(
        folder.resolve("watershed.yaml"),
        "  - {name: db-9, slowLog: logs/db-9/slow.log}\n",
        StandardOpenOption.APPEND);
    CommandRun run = logs.collect(spark);
    assertThat(run.errors())
        .contains("db-9: faulty://" + folder + "/logs/db-9/slow*: no such file");
    assertThat(run.code()).isEqualTo(alone().code()).isEqualTo(4);
    assertThat(logs.made()).isEqualTo(StoreContent.of(folder.resolve("alone")));
  }

  @Test
  void aPatternThatMatchesNothingIsWrongUsage() {
    CommandRun run =
        CommandRun.onSpark(
            folder,
            spark,
            "collect",
            "--logs",
            folder + "/nothing/*/slow.log",
            "--store",
            folder.resolve("cluster").toString());
    assertThat(run.errors()).contains("nothing/*/slow.log: no file matches it");
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void aStoreOfANewerVersionIsLeftAlone() throws IOException {
    Path store = Files.createDirectories(folder.resolve("cluster"));
    Files.writeString(store.resolve("store.json"), "{\"format\": \"watershed.store/99\"}\n");
    CommandRun run = logs.collect(spark);
    assertThat(run.errors()).contains("is a store of version 99").contains("update Watershed");
    assertThat(run.code()).isEqualTo(2);
    assertThat(store.resolve("windows")).doesNotExist();
  }

  private CommandRun alone() {
    return CommandRun.alone(folder, "collect", "-c", "watershed.yaml", "--log-ended");
  }

  private static List<String> windows(SortedMap<String, String> store, String server) {
    return store.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith("windows/" + server))
        .map(Map.Entry::toString)
        .toList();
  }

  private static void clearFaults() throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(faults)) {
      for (Path fault : left) {
        Files.delete(fault);
      }
    }
  }
}
