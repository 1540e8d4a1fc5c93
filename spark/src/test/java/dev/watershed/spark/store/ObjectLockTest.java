package dev.watershed.spark.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.workload.store.file.ForwardingFiles;
import dev.watershed.workload.store.file.LocalStoreFiles;
import dev.watershed.workload.store.file.StoreLock;
import dev.watershed.workload.store.file.StoreLockedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObjectLockTest {

  @TempDir private Path folder;

  /** A service that does not know {@code If-None-Match} ignores it. */
  private static final class Forgetful extends ForwardingFiles {

    Forgetful(Path folder) {
      super(new LocalStoreFiles(folder));
    }

    @Override
    public boolean putIfAbsent(String name, List<ByteBuffer> parts) throws IOException {
      put(name, parts);
      return true;
    }
  }

  @Test
  void aServiceThatReplacesWhatIsThereIsRefused() {
    Forgetful files = new Forgetful(folder);
    assertThatThrownBy(() -> ObjectLock.acquire(files, "lock", "me"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(folder + "/lock")
        .hasMessageContaining("If-None-Match");
    assertThat(folder.resolve("lock")).doesNotExist();
  }

  /** A service that answers once. */
  private static final class Silent extends ForwardingFiles {

    private boolean asked;

    Silent(Path folder) {
      super(new LocalStoreFiles(folder));
    }

    @Override
    public boolean putIfAbsent(String name, List<ByteBuffer> parts) throws IOException {
      if (asked) {
        throw new IOException("no answer");
      }
      asked = true;
      return super.putIfAbsent(name, parts);
    }
  }

  @Test
  void ofATrialThatFailsNoLockIsLeft() {
    Silent files = new Silent(folder);
    assertThatThrownBy(() -> ObjectLock.acquire(files, "lock", "me")).hasMessage("no answer");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aServiceThatDoesNotIsLocked() throws IOException {
    LocalStoreFiles files = new LocalStoreFiles(folder);
    StoreLock lock = ObjectLock.acquire(files, "lock", "me");
    assertThatThrownBy(() -> ObjectLock.acquire(files, "lock", "you"))
        .isInstanceOf(StoreLockedException.class)
        .hasMessageContaining("me");
    lock.close();
    assertThat(folder).isEmptyDirectory();
  }
}
