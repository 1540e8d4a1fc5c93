package dev.watershed.workload.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.workload.Workload;
import dev.watershed.workload.store.column.Compression;
import dev.watershed.workload.store.window.RenumberedWindow;
import dev.watershed.workload.store.window.Seal;
import dev.watershed.workload.store.window.WindowEncoder;
import dev.watershed.workload.store.window.WindowHeader;
import dev.watershed.workload.store.window.WindowLevel;
import dev.watershed.workload.store.window.WindowName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.eclipse.collections.impl.factory.primitive.ByteLists;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RenumberedWindowTest {

  /** A small window, and one whose columns have checksums of their own. */
  @ParameterizedTest
  @ValueSource(ints = {5, 4_000})
  void itIsTheWindowThatWouldHaveBeenEncodedSo(int events) throws IOException {
    Workload workload = Events.workload(Events.random(7, events, 1), Events.WIDE);
    WindowHeader first = header(1);
    WindowHeader later = header(4_711);
    RenumberedWindow.Renumbered renumbered =
        RenumberedWindow.of(encode(first, workload), first.name(), 4_711);
    assertThat(renumbered.header()).isEqualTo(later);
    assertThat(joined(renumbered.file())).isEqualTo(encode(later, workload));
  }

  private static WindowHeader header(long number) {
    WindowName name =
        new WindowName(
            StoreFixture.SERVER, StoreFixture.SOURCE, WindowLevel.SLOT, Events.START, number);
    Seal seal = new Seal(number, 0, 1, ByteLists.immutable.of((byte) 3, (byte) 4));
    return new WindowHeader(
        name,
        Events.START.plus(Duration.ofSeconds(3)),
        Events.START.plus(Duration.ofMinutes(9)),
        "test",
        seal,
        List.of());
  }

  private static ByteBuffer encode(WindowHeader header, Workload workload) {
    return joined(WindowEncoder.encode(header, workload, Compression.NONE).file());
  }

  private static ByteBuffer joined(List<ByteBuffer> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (ByteBuffer part : parts) {
      byte[] copy = new byte[part.remaining()];
      part.duplicate().get(copy);
      bytes.writeBytes(copy);
    }
    return ByteBuffer.wrap(bytes.toByteArray());
  }
}
