package dev.watershed.workload.store.container;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Reads a file of sections. What is read of a section is verified the first time it is asked for:
 * the whole, or where its parts have checksums of their own, those parts.
 */
public final class Container {

  /** The version of the format that this code writes; it reads this one and earlier ones. */
  public static final int VERSION = 1;

  static final long MAGIC = 0x4445485352544157L; // "WATRSHED", little-endian
  static final int HEADER_BYTES = 16;
  static final int TRAILER_BYTES = 16;
  static final int ALIGNMENT = 64;

  private final ByteBuffer file;
  private final List<SectionEntry> sections;

  /** Of each section. Threads may set the same one twice, to the same value. */
  private final boolean[] verified;

  private Container(ByteBuffer file, List<SectionEntry> sections) {
    this.file = file;
    this.sections = sections;
    this.verified = new boolean[sections.size()];
  }

  /**
   * Opens a file.
   *
   * @param kind what it has to contain
   * @throws UnreadableFileException if that is not what it is
   */
  public static Container open(ByteBuffer bytes, String kind) throws UnreadableFileException {
    ByteBuffer file = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    checkHeader(file);
    ByteBuffer directory = directory(file);
    List<SectionEntry> sections = new ArrayList<>();
    try {
      String found = text(directory);
      if (!found.equals(kind)) {
        throw new UnreadableFileException(
            FileProblem.FOREIGN, "it holds " + found + ", not " + kind);
      }
      int count = directory.getInt();
      for (int i = 0; i < count; i++) {
        ByteBuffer name = name(directory);
        sections.add(
            new SectionEntry(name, directory.getLong(), directory.getLong(), directory.getInt()));
      }
    } catch (java.nio.BufferUnderflowException
        | IndexOutOfBoundsException
        | IllegalArgumentException wrong) {
      UnreadableFileException unreadable =
          new UnreadableFileException(FileProblem.CORRUPTED, "its directory ends early");
      unreadable.initCause(wrong);
      throw unreadable;
    }
    long end = (long) file.limit() - TRAILER_BYTES - directory.limit();
    for (SectionEntry section : sections) {
      if (section.offset() < HEADER_BYTES
          || !section.isPart() && section.offset() % ALIGNMENT != 0
          || section.length() < 0
          || section.length() > end - section.offset()) {
        throw new UnreadableFileException(
            FileProblem.CORRUPTED, "section " + section.text() + " lies outside of the file");
      }
    }
    return new Container(file, sections);
  }

  /** The names of all sections, in their order. */
  public List<String> names() {
    return sections.stream().filter(section -> !section.isPart()).map(SectionEntry::text).toList();
  }

  /** Whether there is a section of this name. */
  public boolean has(String name) {
    return sections.stream().anyMatch(section -> section.isNamed(name));
  }

  /**
   * The bytes of a section, verified, little-endian; empty if there is none of this name.
   *
   * @throws UnreadableFileException if the checksum does not match
   */
  public ByteBuffer section(String name) throws UnreadableFileException {
    int index = indexOf(name);
    if (index < 0) {
      return ByteBuffer.allocate(0).order(ByteOrder.LITTLE_ENDIAN);
    }
    verify(index);
    return bytes(index);
  }

  /** A section that is verified part by part, as they are read; empty if there is none. */
  public Section parts(String name) throws UnreadableFileException {
    int index = indexOf(name);
    if (index < 0) {
      return Section.whole(ByteBuffer.allocate(0).order(ByteOrder.LITTLE_ENDIAN));
    }
    if (index + 1 == sections.size() || !sections.get(index + 1).isPart()) {
      return Section.whole(section(name));
    }
    return new Section(bytes(index), part -> verifyPart(index, part));
  }

  /** Verifies all sections. */
  public void verify() throws UnreadableFileException {
    for (int index = 0; index < sections.size(); index++) {
      if (!sections.get(index).isPart()) {
        verify(index);
      }
    }
  }

  private void verifyPart(int section, String part) throws UnreadableFileException {
    if (verified[section]) {
      return;
    }
    String name = SectionEntry.PART + part;
    for (int i = section + 1; i < sections.size() && sections.get(i).isPart(); i++) {
      if (sections.get(i).isNamed(name)) {
        verify(i);
        return;
      }
    }
    // A part without a checksum of its own: that of the whole holds.
    verify(section);
  }

  private int indexOf(String name) {
    for (int index = 0; index < sections.size(); index++) {
      if (sections.get(index).isNamed(name)) {
        return index;
      }
    }
    return -1;
  }

  private ByteBuffer bytes(int index) {
    SectionEntry section = sections.get(index);
    return file.slice((int) section.offset(), (int) section.length())
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  private void verify(int index) throws UnreadableFileException {
    if (!verified[index]) {
      SectionEntry section = sections.get(index);
      if (checksum(bytes(index)) != section.checksum()) {
        throw new UnreadableFileException(
            FileProblem.CORRUPTED, "the checksum of section " + section.text() + " does not match");
      }
      verified[index] = true;
    }
  }

  private static void checkHeader(ByteBuffer file) throws UnreadableFileException {
    if (file.limit() < Long.BYTES) {
      throw new UnreadableFileException(FileProblem.TRUNCATED, file.limit() + " bytes");
    }
    if (file.getLong(0) != MAGIC) {
      throw new UnreadableFileException(FileProblem.FOREIGN, "it does not begin with WATRSHED");
    }
    if (file.limit() < HEADER_BYTES + TRAILER_BYTES) {
      throw new UnreadableFileException(FileProblem.TRUNCATED, file.limit() + " bytes");
    }
    int version = file.getInt(Long.BYTES);
    if (version > VERSION) {
      throw new UnreadableFileException(
          FileProblem.NEWER, "its format is " + version + ", known is " + VERSION);
    }
    if (version < 1) {
      throw new UnreadableFileException(FileProblem.CORRUPTED, "its format is " + version);
    }
  }

  private static ByteBuffer directory(ByteBuffer file) throws UnreadableFileException {
    int trailer = file.limit() - TRAILER_BYTES;
    if (file.getLong(trailer + 2 * Integer.BYTES) != MAGIC) {
      throw new UnreadableFileException(FileProblem.TRUNCATED, "it does not end with WATRSHED");
    }
    int length = file.getInt(trailer);
    if (length < 0 || length > trailer - HEADER_BYTES) {
      throw new UnreadableFileException(FileProblem.CORRUPTED, "directory of " + length + " bytes");
    }
    ByteBuffer directory = file.slice(trailer - length, length);
    if (checksum(directory) != file.getInt(trailer + Integer.BYTES)) {
      throw new UnreadableFileException(
          FileProblem.CORRUPTED, "the checksum of the directory does not match");
    }
    return directory.order(ByteOrder.LITTLE_ENDIAN);
  }

  private static String text(ByteBuffer directory) {
    return StandardCharsets.US_ASCII.decode(name(directory)).toString();
  }

  private static ByteBuffer name(ByteBuffer directory) {
    int length = directory.get() & 0xFF;
    ByteBuffer name = directory.slice(directory.position(), length);
    directory.position(directory.position() + length);
    return name;
  }

  /** The CRC-32C of all bytes of a buffer. */
  static int checksum(ByteBuffer bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes.duplicate().clear());
    return (int) crc.getValue();
  }
}
