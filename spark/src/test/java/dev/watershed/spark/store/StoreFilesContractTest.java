package dev.watershed.spark.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.workload.store.file.LocalStoreFiles;
import dev.watershed.workload.store.file.StoreFiles;
import dev.watershed.workload.store.file.StoreLock;
import dev.watershed.workload.store.file.StoreLockedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.hdfs.DFSClientAdapter;
import org.apache.hadoop.hdfs.DistributedFileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a store asks of its files, of every file system that it is on. */
class StoreFilesContractTest {

  /** Where the files are. */
  private enum Place {
    LOCAL,
    /** A name node and a data node in this process. */
    HDFS,
    /** The way of object stores, on a disk: it knows "only if there is none", too. */
    CREATED
  }

  @TempDir private static Path disk;
  private static MiniDFSCluster hdfs;

  @TempDir private Path folder;

  @BeforeAll
  static void start() throws IOException {
    Configuration configuration = new Configuration();
    configuration.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, disk.toString());
    configuration.set("dfs.namenode.fs-limits.min-block-size", "0");
    hdfs = new MiniDFSCluster.Builder(configuration).numDataNodes(1).build();
    hdfs.waitActive();
  }

  @AfterAll
  static void stop() {
    hdfs.shutdown();
  }

  private StoreFiles files(Place place) throws IOException {
    return switch (place) {
      case LOCAL -> new LocalStoreFiles(folder);
      case HDFS -> hdfsFiles(hdfs.getFileSystem());
      case CREATED ->
          new HadoopStoreFiles(
              FileSystem.getLocal(new Configuration()).getRawFileSystem(),
              new org.apache.hadoop.fs.Path(folder.toUri()),
              Commit.CREATE);
    };
  }

  private StoreFiles hdfsFiles(FileSystem client) {
    return new HadoopStoreFiles(
        client,
        new org.apache.hadoop.fs.Path(hdfs.getURI().toString(), folder.toString()),
        Commit.RENAME);
  }

  @ParameterizedTest
  @EnumSource(Place.class)
  void aFileIsThereWholeUntilItIsReplacedOrDeleted(Place place) throws IOException {
    StoreFiles files = files(place);
    files.put("a/b/c.window", List.of(bytes("one "), bytes("two")));
    assertThat(text(files.map("a/b/c.window"))).isEqualTo("one two");
    assertThat(files.list("a/b")).containsExactly("c.window");
    files.put("a/b/c.window", List.of(bytes("three")));
    ByteBuffer mapped = files.map("a/b/c.window");
    files.put("a/b/a.window", List.of());
    assertThat(files.list("a/b")).containsExactly("a.window", "c.window");
    files.delete("a/b/c.window");
    files.delete("a/b/c.window");
    files.settle("a/b");
    assertThat(text(mapped)).isEqualTo("three");
    assertThatThrownBy(() -> files.map("a/b/c.window")).isInstanceOf(NoSuchFileException.class);
    assertThat(files.list("a/nothing")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Place.class)
  void aFileThatIsThereStaysAsItIs(Place place) throws IOException {
    StoreFiles files = files(place);
    assertThat(files.putIfAbsent("w/x", List.of(bytes("first")))).isTrue();
    assertThat(files.putIfAbsent("w/x", List.of(bytes("second")))).isFalse();
    assertThat(text(files.map("w/x"))).isEqualTo("first");
    assertThat(files.list("w")).containsExactly("x");
  }

  /** On a local disk the lock keeps others away. */
  @Test
  void ofManyWhoPutOneGetsItIn() throws Exception {
    StoreFiles files = files(Place.HDFS);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (int round = 0; round < 10; round++) {
        String name = "race/" + round;
        List<Callable<Boolean>> puts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
          ByteBuffer content = bytes("of " + i);
          puts.add(() -> files.putIfAbsent(name, List.of(content)));
        }
        assertThat(threads.invokeAll(puts).stream().filter(this::done)).hasSize(1);
        assertThat(text(files.map(name))).startsWith("of ");
      }
      assertThat(files.list("race")).hasSize(10);
    } finally {
      threads.shutdownNow();
    }
  }

  private boolean done(Future<Boolean> put) {
    try {
      return put.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @EnumSource(Place.class)
  void whatAKilledWriterLeftIsDeleted(Place place) throws IOException {
    StoreFiles files = files(place);
    files.put("w/x", List.of(bytes("whole")));
    files.put("w/" + StoreFiles.TEMPORARY_PREFIX + "y", List.of(bytes("ha")));
    files.deleteUnfinished("w");
    assertThat(files.list("w")).containsExactly("x");
  }

  @ParameterizedTest
  @EnumSource(Place.class)
  void oneHoldsTheLockAndSaysWho(Place place) throws IOException {
    StoreFiles files = files(place);
    for (int round = 0; round < 2; round++) {
      StoreLock lock = files.lock("lock", "collector " + round);
      String holder = place == Place.LOCAL ? "this process" : "collector " + round;
      assertThatThrownBy(() -> files.lock("lock", "me"))
          .isInstanceOf(StoreLockedException.class)
          .hasMessageContaining(holder);
      lock.close();
    }
  }

  /** Another client is another process for HDFS. */
  @Test
  void theLeaseOfAnotherClientHoldsUntilItIsClosed() throws IOException {
    try (FileSystem other = FileSystem.newInstance(hdfs.getURI(), hdfs.getConfiguration(0))) {
      StoreLock lock = hdfsFiles(other).lock("lock", "another process");
      StoreFiles files = files(Place.HDFS);
      assertThatThrownBy(() -> files.lock("lock", "me")).hasMessageContaining("another process");
      lock.close();
      files.lock("lock", "me").close();
    }
  }

  /** A process that was killed closes nothing; the name node takes its lease back. */
  @Test
  void theLeaseOfAKilledProcessEnds() throws IOException, InterruptedException {
    FileSystem killed = FileSystem.newInstance(hdfs.getURI(), hdfs.getConfiguration(0));
    hdfsFiles(killed).lock("lock", "a killed process");
    DFSClientAdapter.stopLeaseRenewer((DistributedFileSystem) killed);
    hdfs.setLeasePeriod(500, 1_000);
    StoreFiles files = files(Place.HDFS);
    for (int attempt = 0; ; attempt++) {
      try {
        files.lock("lock", "me").close();
        return;
      } catch (StoreLockedException notYet) {
        assertThat(attempt).isLessThan(60);
        Thread.sleep(250);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Place.class)
  void longFilesAreMappedAndShortOnesAreNot(Place place) throws IOException {
    StoreFiles files = files(place);
    byte[] content = new byte[FetchedBytes.LEAST_MAPPED + 17];
    content[content.length - 1] = 9;
    files.put("long", List.of(ByteBuffer.wrap(content)));
    ByteBuffer mapped = files.map("long");
    assertThat(mapped.remaining()).isEqualTo(content.length);
    assertThat(mapped.get(content.length - 1)).isEqualTo((byte) 9);
    assertThat(mapped.isDirect()).isTrue();
    files.put("empty", List.of());
    assertThat(files.map("empty").remaining()).isZero();
  }

  @Test
  void namesDoNotLeaveTheStore() throws IOException {
    StoreFiles files = files(Place.HDFS);
    assertThatThrownBy(() -> files.map("../x")).hasMessageContaining("outside of the store");
  }

  @Test
  void aFileSystemThatNobodyKnowsIsRefused() {
    Configuration configuration = new Configuration();
    assertThatThrownBy(() -> HadoopStores.open("webhdfs://x/y", configuration))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("a store cannot be on webhdfs")
        .hasMessageContaining("expected hdfs://, s3a:// or a local path");
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(ByteBuffer bytes) {
    return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
  }
}
