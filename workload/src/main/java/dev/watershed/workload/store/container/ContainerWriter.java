package dev.watershed.workload.store.container;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Puts sections together to a file. */
public final class ContainerWriter {

  private final ByteBuffer kind;
  private final List<ByteBuffer> parts = new ArrayList<>();
  private final List<SectionEntry> sections = new ArrayList<>();
  private long position;

  /**
   * @param kind what the file contains, at most 255 ASCII characters
   */
  public ContainerWriter(String kind) {
    this.kind = ascii(kind);
    ByteBuffer header = buffer(Container.HEADER_BYTES);
    header.putLong(Container.MAGIC).putInt(Container.VERSION).putInt(0);
    append(header.flip());
  }

  /**
   * A part of a section that has a checksum of its own.
   *
   * @param offset from the start of the section
   */
  public record Part(String name, int offset, int length) {}

  /** Adds a section; its bytes are not copied. */
  public void add(String name, ByteBuffer bytes) {
    add(name, bytes, List.of());
  }

  /** Adds a section that can be verified part by part. */
  public void add(String name, ByteBuffer bytes, List<Part> own) {
    int over = (int) (position % Container.ALIGNMENT);
    if (over > 0) {
      append(buffer(Container.ALIGNMENT - over));
    }
    ByteBuffer section = bytes.slice();
    sections.add(
        new SectionEntry(ascii(name), position, section.limit(), Container.checksum(section)));
    for (Part part : own) {
      ByteBuffer bytesOfPart = section.slice(part.offset(), part.length());
      sections.add(
          new SectionEntry(
              ascii(SectionEntry.PART + part.name()),
              position + part.offset(),
              part.length(),
              Container.checksum(bytesOfPart)));
    }
    append(section);
  }

  /** The bytes of the file, in order. */
  public List<ByteBuffer> finish() {
    ByteBuffer directory = directory();
    ByteBuffer trailer = buffer(Container.TRAILER_BYTES);
    trailer.putInt(directory.limit()).putInt(Container.checksum(directory));
    trailer.putLong(Container.MAGIC).flip();
    append(directory);
    append(trailer);
    return List.copyOf(parts);
  }

  private ByteBuffer directory() {
    int size = 1 + kind.limit() + Integer.BYTES;
    for (SectionEntry section : sections) {
      size += 1 + section.name().limit() + 2 * Long.BYTES + Integer.BYTES;
    }
    ByteBuffer directory = buffer(size);
    directory.put((byte) kind.limit()).put(kind.duplicate());
    directory.putInt(sections.size());
    for (SectionEntry section : sections) {
      directory.put((byte) section.name().limit()).put(section.name().duplicate());
      directory.putLong(section.offset()).putLong(section.length()).putInt(section.checksum());
    }
    return directory.flip();
  }

  private void append(ByteBuffer part) {
    position += part.remaining();
    parts.add(part);
  }

  private static ByteBuffer ascii(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    if (bytes.length > 0xFF) {
      throw new IllegalArgumentException("longer than 255 bytes: " + text);
    }
    return ByteBuffer.wrap(bytes);
  }

  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
