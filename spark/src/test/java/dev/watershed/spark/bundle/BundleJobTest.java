package dev.watershed.spark.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.spark.CommandRun;
import dev.watershed.spark.LocalSpark;
import dev.watershed.spark.StoreContent;
import dev.watershed.spark.collect.FaultyFileSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bundles and other stores, read on a cluster: what one machine makes of them. */
class BundleJobTest {

  private static final Path BUNDLES =
      Path.of("../cli/src/test/resources/dev/watershed/cli/bundles");

  @TempDir private static Path faults;
  private static LocalSpark spark;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    spark = new LocalSpark("local[2,2]", FaultyFileSystem.settings(faults));
  }

  @AfterAll
  static void stop() {
    spark.close();
  }

  @BeforeEach
  void configure() throws IOException {
    Files.writeString(
        folder.resolve("watershed.yaml"),
        "store: ./alone\nservers:\n  - {name: booking-1}\n  - {name: content-1}\n");
    Files.createDirectories(folder.resolve("in"));
  }

  @Test
  void theStoreIsThatOfOneMachine() throws IOException {
    bundle("mysql97-1", "in/a.bundle.gz");
    assertThat(alone("--from", "in").code()).isZero();
    assertThat(cluster("--from", folder + "/in")).isEqualTo(alone("--from", "in").code());
    same();
    bundle("mysql97-2", "in/b.bundle.gz");
    CommandRun alone = alone("--from", "in");
    CommandRun cluster = onCluster("--from", folder + "/i*/*.bundle.gz");
    assertThat(cluster.output()).isEqualTo(alone.output()).contains("booking-1 perfschema: ");
    assertThat(cluster.errors())
        .contains("a.bundle.gz: 2 of its 2 samples are in the store already");
    same();
  }

  @Test
  void aBundleSaidToBeAnotherServersIsThatOnes() throws IOException {
    bundle("mysql97-1", "in/a.bundle.gz");
    assertThat(cluster("--from", folder + "/in")).isZero();
    assertThat(cluster("--from", folder + "/in", "--as", "content-1")).isZero();
    assertThat(alone("--from", "in").code()).isZero();
    assertThat(alone("--from", "in", "--as", "content-1").code()).isZero();
    same();
    CommandRun nobody = onCluster("--from", folder + "/in", "--as", "nobody");
    assertThat(nobody.code()).isEqualTo(2);
    assertThat(nobody.errors()).contains("--as nobody: no server of the configuration");
  }

  @Test
  void damagedAndForeignOnesHoldUpNoOther() throws IOException {
    bundle("mysql97-1", "in/a.bundle.gz");
    bundle("mysql97-1", "cut.bundle.gz");
    byte[] whole = Files.readAllBytes(folder.resolve("cut.bundle.gz"));
    Files.write(folder.resolve("in/cut.bundle.gz"), Arrays.copyOf(whole, whole.length / 2));
    Files.writeString(folder.resolve("in/no.bundle"), "# Time: 071015 21:43:52\n");
    CommandRun run = onCluster("--from", folder + "/in");
    assertThat(run.code()).isEqualTo(4);
    assertThat(run.errors())
        .containsPattern("cut.bundle.gz: damaged or cut behind line \\d+")
        .contains("no.bundle: not a bundle: expected the output of a script");
    assertThat(alone("--from", "in").code()).isEqualTo(4);
    same();
    Files.writeString(folder.resolve("watershed.yaml"), "servers: [{name: other-1}]\n");
    CommandRun foreign = onCluster("--from", folder + "/in/a.bundle.gz");
    assertThat(foreign.code()).isEqualTo(4);
    assertThat(foreign.errors()).contains("no server of the configuration is called 'booking-1'");
  }

  /** A disk fails once, and another one twice, which is as often as a task is tried. */
  @Test
  void aBundleThatCannotBeFetchedIsToldAndReadByTheNextRun() throws IOException {
    bundle("mysql97-1", "in/a.bundle.gz");
    bundle("mariadb1011-1", "in/c.bundle.gz");
    Files.createFile(faults.resolve("bundle_a.bundle_1"));
    assertThat(cluster("--from", "faulty://" + folder + "/in/a.bundle.gz")).isZero();
    assertThat(faults).isEmptyDirectory();
    assertThat(alone("--from", "in/a.bundle.gz").code()).isZero();
    same();
    for (int attempt = 1; attempt <= 2; attempt++) {
      Files.createFile(faults.resolve("bundle_c.bundle_" + attempt));
    }
    CommandRun run =
        onCluster(
            "--from",
            "faulty://" + folder + "/in/c.bundle.gz",
            "--as",
            "content-1",
            "--format",
            "json");
    assertThat(faults).isEmptyDirectory();
    assertThat(run.code()).as(run.errors()).isEqualTo(4);
    assertThat(run.errors()).contains("content-1: ", "c.bundle.gz", "input/output error");
    assertThat(cluster("--from", folder + "/in/c.bundle.gz", "--as", "content-1")).isZero();
    assertThat(alone("--from", "in/c.bundle.gz", "--as", "content-1").code()).isZero();
    same();
  }

  @Test
  void windowsOfAnotherStoreAreTaken() throws IOException {
    bundle("mysql97-1", "in/a.bundle.gz");
    assertThat(alone("--from", "in").code()).isZero();
    assertThat(cluster("--from-store", folder + "/alone")).isZero();
    same();
    bundle("mysql97-2", "in/b.bundle.gz");
    assertThat(alone("--from", "in/b.bundle.gz").code()).isZero();
    assertThat(cluster("--from-store", folder + "/alone")).isZero();
    same();
    CommandRun nothing = onCluster("--from-store", folder + "/nowhere");
    assertThat(nothing.code()).isEqualTo(4);
    assertThat(nothing.errors()).contains("nowhere: ", "there is no store");
    assertThat(onCluster("--from-store", "gs://a/b").code()).isEqualTo(2);
  }

  @Test
  void whatIsReadHasToBeSaid() {
    CommandRun nothing = onCluster();
    assertThat(nothing.code()).isEqualTo(2);
    assertThat(nothing.errors()).contains("expected --logs, --from or --from-store");
    CommandRun none = onCluster("--from", folder + "/in/*.bundle");
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.errors()).contains("--from: ", "/in/*.bundle: no bundle matches it");
  }

  private void bundle(String name, String file) throws IOException {
    Files.copy(BUNDLES.resolve(name + ".bundle.gz"), folder.resolve(file));
  }

  private CommandRun alone(String... from) {
    return CommandRun.alone(folder, arguments(from));
  }

  private int cluster(String... from) {
    CommandRun run = onCluster(from);
    assertThat(run.output()).as(run.errors()).isNotEmpty();
    return run.code();
  }

  private CommandRun onCluster(String... from) {
    List<String> all = new ArrayList<>(List.of(arguments(from)));
    all.add("--store=" + folder.resolve("cluster"));
    return CommandRun.onSpark(folder, spark, all.toArray(String[]::new));
  }

  private static String[] arguments(String... from) {
    List<String> all = new ArrayList<>(List.of("collect", "-c", "watershed.yaml"));
    all.addAll(List.of(from));
    return all.toArray(String[]::new);
  }

  private void same() throws IOException {
    assertThat(StoreContent.of(folder.resolve("cluster")))
        .isEqualTo(StoreContent.of(folder.resolve("alone")))
        .isNotEmpty();
  }
}
