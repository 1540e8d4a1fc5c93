package dev.watershed.spark.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.workload.store.file.StoreFiles;
import dev.watershed.workload.store.file.StoreLock;
import dev.watershed.workload.store.file.StoreLockedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a store asks of its files, of every file system that it is on. */
abstract class StoreFilesContract {

  @TempDir private Path folder;

  /** A folder for this test alone. */
  final Path folder() {
    return folder;
  }

  /** A store for this test alone. */
  final StoreFiles files() throws IOException {
    return files(folder);
  }

  /**
   * A store for one test.
   *
   * @param ofTest a folder of its own; only its name, where the store is elsewhere
   */
  abstract StoreFiles files(Path ofTest) throws IOException;

  /** Whom a lock names that somebody in this process holds. */
  String holder(String said) {
    return said;
  }

  @Test
  void aFileIsThereWholeUntilItIsReplacedOrDeleted() throws IOException {
    StoreFiles files = files();
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

  @Test
  void aFileThatIsThereStaysAsItIs() throws IOException {
    StoreFiles files = files();
    assertThat(files.putIfAbsent("w/x", List.of(bytes("first")))).isTrue();
    assertThat(files.putIfAbsent("w/x", List.of(bytes("second")))).isFalse();
    assertThat(text(files.map("w/x"))).isEqualTo("first");
    assertThat(files.list("w")).containsExactly("x");
  }

  @Test
  void whatAKilledWriterLeftIsDeleted() throws IOException {
    StoreFiles files = files();
    files.put("w/x", List.of(bytes("whole")));
    files.put("w/" + StoreFiles.TEMPORARY_PREFIX + "y", List.of(bytes("ha")));
    files.deleteUnfinished("w");
    assertThat(files.list("w")).containsExactly("x");
  }

  @Test
  void oneHoldsTheLockAndSaysWho() throws IOException {
    StoreFiles files = files();
    for (int round = 0; round < 2; round++) {
      StoreLock lock = files.lock("lock", "collector " + round);
      assertThatThrownBy(() -> files.lock("lock", "me"))
          .isInstanceOf(StoreLockedException.class)
          .hasMessageContaining(holder("collector " + round));
      lock.close();
    }
  }

  @Test
  void longFilesAreMapped() throws IOException {
    StoreFiles files = files();
    byte[] content = new byte[FetchedBytes.LEAST_MAPPED + 17];
    content[content.length - 1] = 9;
    files.put("long", List.of(ByteBuffer.wrap(content)));
    ByteBuffer mapped = files.map("long");
    assertThat(mapped.remaining()).isEqualTo(content.length);
    assertThat(mapped.get(content.length - 1)).isEqualTo((byte) 9);
    // Memory of one's own could be written to.
    assertThat(mapped.isDirect() && mapped.isReadOnly()).isTrue();
    files.put("empty", List.of());
    assertThat(files.map("empty").remaining()).isZero();
  }

  static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  static String text(ByteBuffer bytes) {
    return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
  }
}
