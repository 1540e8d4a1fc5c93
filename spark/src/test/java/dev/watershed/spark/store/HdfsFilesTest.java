package dev.watershed.spark.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.workload.store.file.StoreFiles;
import dev.watershed.workload.store.file.StoreLock;
import dev.watershed.workload.store.file.StoreLockedException;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.SafeModeAction;
import org.apache.hadoop.hdfs.DFSClientAdapter;
import org.apache.hadoop.hdfs.DistributedFileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store on HDFS: a name node and a data node in this process. */
class HdfsFilesTest extends SharedFilesContract {

  @TempDir private static Path disk;
  private static MiniDFSCluster hdfs;

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

  @Override
  StoreFiles files(Path ofTest) throws IOException {
    return files(hdfs.getFileSystem(), ofTest);
  }

  private static StoreFiles files(FileSystem client, Path ofTest) {
    return new HadoopStoreFiles(
        client,
        new org.apache.hadoop.fs.Path(hdfs.getURI().toString(), ofTest.toString()),
        Commit.RENAME);
  }

  /** Another client is another process for HDFS. */
  @Test
  void theLeaseOfAnotherClientHoldsUntilItIsClosed() throws IOException {
    try (FileSystem other = FileSystem.newInstance(hdfs.getURI(), hdfs.getConfiguration(0))) {
      StoreLock lock = files(other, folder()).lock("lock", "another process");
      StoreFiles files = files();
      assertThatThrownBy(() -> files.lock("lock", "me")).hasMessageContaining("another process");
      lock.close();
      files.lock("lock", "me").close();
    }
  }

  /** A process that was killed closes nothing; the name node takes its lease back. */
  @Test
  void theLeaseOfAKilledProcessEnds() throws IOException, InterruptedException {
    FileSystem killed = FileSystem.newInstance(hdfs.getURI(), hdfs.getConfiguration(0));
    files(killed, folder()).lock("lock", "a killed process");
    DFSClientAdapter.stopLeaseRenewer((DistributedFileSystem) killed);
    hdfs.setLeasePeriod(500, 1_000);
    StoreFiles files = files();
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

  /** Nobody holds it: that it cannot be had is another matter. */
  @Test
  void aNameNodeThatRefusesToWriteIsNoLock() throws IOException {
    files().lock("lock", "me").close();
    DistributedFileSystem client = hdfs.getFileSystem();
    client.setSafeMode(SafeModeAction.ENTER);
    try {
      StoreFiles files = files();
      assertThatThrownBy(() -> files.lock("lock", "me"))
          .isNotInstanceOf(StoreLockedException.class)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("safe mode");
    } finally {
      client.setSafeMode(SafeModeAction.LEAVE);
    }
  }

  @Test
  void namesDoNotLeaveTheStore() throws IOException {
    StoreFiles files = files();
    assertThatThrownBy(() -> files.map("../x")).hasMessageContaining("outside of the store");
  }
}
