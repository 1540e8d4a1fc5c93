package dev.watershed.workload.store.file;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadOnlyFilesTest {

  private static final ReadOnlyFiles FILES =
      new ReadOnlyFiles("is a test") {
        @Override
        public String location() {
          return "here";
        }

        @Override
        public List<String> list(String folder) {
          return List.of();
        }

        @Override
        public ByteBuffer map(String name) {
          return ByteBuffer.allocate(0);
        }
      };

  static Stream<ThrowingCallable> writes() {
    return Stream.of(
        () -> FILES.put("a", List.of()),
        () -> FILES.putIfAbsent("a", List.of()),
        () -> FILES.delete("a"),
        () -> FILES.settle(""),
        () -> FILES.deleteUnfinished(""),
        () -> FILES.lock("lock", "a test"));
  }

  @ParameterizedTest
  @MethodSource("writes")
  void whatWouldWriteIsRefused(ThrowingCallable write) {
    assertThatThrownBy(write).isInstanceOf(IOException.class).hasMessage("here is a test");
  }
}
