package dev.watershed.workload.store.file;

import java.io.IOException;
import java.nio.file.Path;

/** Locks a store, says so, and waits to be killed. */
final class LockHolderMain {

  private LockHolderMain() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    LocalStoreFiles files = new LocalStoreFiles(Path.of(arguments[0]));
    StoreLock lock = files.lock("lock", "collector of the test");
    System.out.println("locked");
    Thread.sleep(60_000);
    lock.close();
  }
}
