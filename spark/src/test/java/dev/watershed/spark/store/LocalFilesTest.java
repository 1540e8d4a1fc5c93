package dev.watershed.spark.store;

import dev.watershed.workload.store.file.LocalStoreFiles;
import dev.watershed.workload.store.file.StoreFiles;
import java.nio.file.Path;

/** A store on a local disk, where the lock keeps others away. */
class LocalFilesTest extends StoreFilesContract {

  @Override
  StoreFiles files(Path ofTest) {
    return new LocalStoreFiles(ofTest);
  }

  @Override
  String holder(String said) {
    return "this process";
  }
}
