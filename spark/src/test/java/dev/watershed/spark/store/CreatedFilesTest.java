package dev.watershed.spark.store;

import dev.watershed.workload.store.file.StoreFiles;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** The way of object stores, on a disk: it knows "only if there is none", too. */
class CreatedFilesTest extends StoreFilesContract {

  /** It keeps no marks, so that whatever is there is of somebody else. */
  private static final class Disk extends RawLocalFileSystem {

    @Override
    public byte[] getXAttr(org.apache.hadoop.fs.Path path, String name) {
      return new byte[0];
    }
  }

  @Override
  StoreFiles files(Path ofTest) throws IOException {
    Disk disk = new Disk();
    disk.initialize(disk.getUri(), new Configuration());
    return new HadoopStoreFiles(disk, new org.apache.hadoop.fs.Path(ofTest.toUri()), Commit.CREATE);
  }
}
