package dev.watershed.spark.store;

import dev.watershed.workload.store.file.StoreFiles;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;

/** The way of object stores, on a disk: it knows "only if there is none", too. */
class CreatedFilesTest extends StoreFilesContract {

  @Override
  StoreFiles files(Path ofTest) throws IOException {
    return new HadoopStoreFiles(
        FileSystem.getLocal(new Configuration()).getRawFileSystem(),
        new org.apache.hadoop.fs.Path(ofTest.toUri()),
        Commit.CREATE);
  }
}
