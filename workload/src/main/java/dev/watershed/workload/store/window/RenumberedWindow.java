package dev.watershed.workload.store.window;

import dev.watershed.workload.store.column.ColumnMemory;
import dev.watershed.workload.store.column.Compression;
import dev.watershed.workload.store.container.Container;
import dev.watershed.workload.store.container.ContainerWriter;
import dev.watershed.workload.store.container.UnreadableFileException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * A window of a slot under another number. Whoever reads the parts of a log side by side knows the
 * number of a window only when all before it are read; nothing else in the file depends on it.
 */
public final class RenumberedWindow {

  private RenumberedWindow() {}

  /**
   * A window with another header.
   *
   * @param file its bytes, in order
   */
  public record Renumbered(WindowHeader header, List<ByteBuffer> file) {}

  /**
   * The bytes that the window would have if it had been encoded with this number at once.
   *
   * @param file as {@link WindowEncoder} wrote it
   * @param name under which it was written
   * @param number of the run that seals it
   */
  public static Renumbered of(ByteBuffer file, WindowName name, long number)
      throws UnreadableFileException {
    StoredWindow window = StoredWindow.open(name, file);
    try (ColumnMemory memory = new ColumnMemory()) {
      WindowHeader header = renumbered(window.header(memory), number);
      HeaderTable.Visibility visibility = window.visibilities(memory).get(0);
      Container container = Container.open(file, WindowEncoder.KIND);
      ContainerWriter writer = new ContainerWriter(WindowEncoder.KIND);
      for (String section : container.names()) {
        if (section.equals(WindowSection.HEADER.key())) {
          writer.add(section, HeaderTable.encode(header, visibility, Compression.NONE));
        } else {
          WindowEncoder.add(writer, section, container.section(section));
        }
      }
      return new Renumbered(header, writer.finish());
    }
  }

  private static WindowHeader renumbered(WindowHeader header, long number) {
    WindowName name = header.name();
    Seal seal = header.seal();
    return new WindowHeader(
        new WindowName(name.server(), name.source(), name.level(), name.start(), number),
        header.observedFrom(),
        header.observedUntil(),
        header.collectorVersion(),
        new Seal(number, seal.part(), seal.parts(), seal.cursor()),
        header.superseded());
  }
}
