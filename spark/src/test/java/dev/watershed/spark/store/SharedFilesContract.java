package dev.watershed.spark.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.workload.store.file.StoreFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What a store asks besides of a file system that many machines share. */
abstract class SharedFilesContract extends StoreFilesContract {

  /** Longer than what any of them sends in one piece. */
  private static final int LONG_BYTES = 6 << 20;

  @Test
  void ofManyWhoPutOneGetsItIn() throws Exception {
    StoreFiles files = files();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (int round = 0; round < 10; round++) {
        String name = "race/" + round;
        List<Callable<Boolean>> puts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
          ByteBuffer content = bytes("of " + i);
          puts.add(() -> files.putIfAbsent(name, List.of(content)));
        }
        assertThat(threads.invokeAll(puts).stream().filter(SharedFilesContract::done)).hasSize(1);
        assertThat(text(files.map(name))).startsWith("of ");
      }
      assertThat(files.list("race")).hasSize(10);
    } finally {
      threads.shutdownNow();
    }
  }

  private static boolean done(Future<Boolean> put) {
    try {
      return put.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aLongFileThatIsThereStaysAsItIs() throws IOException {
    StoreFiles files = files();
    byte[] first = new byte[LONG_BYTES];
    byte[] second = first.clone();
    second[LONG_BYTES - 1] = 1;
    assertThat(files.putIfAbsent("w/long", List.of(ByteBuffer.wrap(first)))).isTrue();
    assertThat(files.putIfAbsent("w/long", List.of(ByteBuffer.wrap(second)))).isFalse();
    assertThat(files.map("w/long")).isEqualTo(ByteBuffer.wrap(first));
  }

  @Test
  void aWriterThatEndsHalfWayLeavesNothing() throws IOException {
    StoreFiles files = files();
    files.put("w/old", List.of(bytes("old")));
    BrokenOff half = new BrokenOff(ByteBuffer.allocate(LONG_BYTES));
    assertThatThrownBy(() -> files.put("w/old", half)).hasMessage("ends here");
    assertThatThrownBy(() -> files.putIfAbsent("w/new", half)).hasMessage("ends here");
    files.deleteUnfinished("w");
    assertThat(files.list("w")).containsExactly("old");
    assertThat(text(files.map("w/old"))).isEqualTo("old");
  }

  /** Parts of which the second cannot be had. */
  private static final class BrokenOff extends AbstractList<ByteBuffer> {

    private final ByteBuffer first;

    BrokenOff(ByteBuffer first) {
      this.first = first;
    }

    @Override
    public ByteBuffer get(int index) {
      if (index > 0) {
        throw new IllegalStateException("ends here");
      }
      return first.duplicate();
    }

    @Override
    public int size() {
      return 2;
    }
  }
}
