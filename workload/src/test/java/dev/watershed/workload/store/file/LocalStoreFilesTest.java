package dev.watershed.workload.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStoreFilesTest {

  @TempDir private Path folder;

  @Test
  void aFileIsThereWholeOrNotAtAll() throws IOException {
    LocalStoreFiles files = new LocalStoreFiles(folder);
    files.put("a/b/c.window", List.of(bytes("one "), bytes("two")));
    assertThat(text(files.map("a/b/c.window"))).isEqualTo("one two");
    assertThat(files.list("a/b")).containsExactly("c.window");
    assertThat(files.list("a")).containsExactly("b");
    files.put("a/b/c.window", List.of(bytes("three")));
    assertThat(text(files.map("a/b/c.window"))).isEqualTo("three");
    Files.writeString(folder.resolve("a/b/" + StoreFiles.TEMPORARY_PREFIX + "d.window"), "ha");
    files.deleteUnfinished("a/b");
    assertThat(files.list("a/b")).containsExactly("c.window");
  }

  @Test
  void bytesOutliveTheirFile() throws IOException {
    LocalStoreFiles files = new LocalStoreFiles(folder);
    files.put("x", List.of(bytes("still here")));
    ByteBuffer mapped = files.map("x");
    files.delete("x");
    files.delete("x");
    assertThat(text(mapped)).isEqualTo("still here");
    assertThat(mapped.isDirect()).isTrue();
    assertThatThrownBy(() -> files.map("x")).isInstanceOf(NoSuchFileException.class);
  }

  /** Linux has a device for it. */
  @Test
  void aFullDiskIsToldWithTheFile() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.isWritable(full), "there is no " + full);
    Files.createSymbolicLink(folder.resolve("x.window"), full);
    try (StoreOutput output = new LocalStoreFiles(folder).create("x.window")) {
      assertThatThrownBy(() -> output.write(bytes("one")))
          .isInstanceOf(IOException.class)
          .hasMessage("cannot write " + folder.resolve("x.window") + ": No space left on device");
    }
  }

  @Test
  void aLockThatCannotSayItsHolderIsNotHeld() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.isWritable(full), "there is no " + full);
    Path lock = folder.resolve("lock");
    Files.createSymbolicLink(lock, full);
    for (int attempt = 0; attempt < 2; attempt++) {
      assertThatThrownBy(() -> new LocalStoreFiles(folder).lock("lock", "me"))
          .hasMessage("cannot write " + lock + ": No space left on device");
    }
  }

  @Test
  void whatIsNotThereIsEmpty() throws IOException {
    LocalStoreFiles files = new LocalStoreFiles(folder.resolve("nothing"));
    assertThat(files.list("")).isEmpty();
    assertThat(files.list("windows/x")).isEmpty();
    assertThat(Files.exists(folder.resolve("nothing"))).as("reading makes nothing").isFalse();
  }

  @Test
  void namesDoNotLeaveTheStore() {
    LocalStoreFiles files = new LocalStoreFiles(folder);
    assertThatThrownBy(() -> files.map("../../etc/passwd"))
        .hasMessageContaining("outside of the store");
  }

  @Test
  void anotherProcessHoldsTheLockUntilItIsKilled() throws IOException, InterruptedException {
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LockHolderMain.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    try {
      assertThat(other.inputReader().readLine()).isEqualTo("locked");
      LocalStoreFiles files = new LocalStoreFiles(folder);
      assertThatThrownBy(() -> files.lock("lock", "me"))
          .isInstanceOf(StoreLockedException.class)
          .hasMessageContaining("collector of the test")
          .hasMessageContaining(folder.resolve("lock").toString());
      other.destroyForcibly().waitFor();
      files.lock("lock", "me").close();
      assertThat(Files.readString(folder.resolve("lock"))).isEqualTo("me");
    } finally {
      other.destroyForcibly();
    }
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(ByteBuffer bytes) {
    return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
  }
}
