package dev.watershed.workload.store.container;

import java.nio.ByteBuffer;

/** A section whose parts are verified one by one, so that only what is read has to be. */
public final class Section {

  private final ByteBuffer bytes;
  private final PartCheck check;

  Section(ByteBuffer bytes, PartCheck check) {
    this.bytes = bytes;
    this.check = check;
  }

  /** Verifies a part. */
  @FunctionalInterface
  interface PartCheck {

    void verify(String part) throws UnreadableFileException;
  }

  /** A section that was verified as a whole. */
  public static Section whole(ByteBuffer bytes) {
    return new Section(bytes, part -> {});
  }

  /** All bytes, not verified, little-endian. */
  public ByteBuffer bytes() {
    return bytes.duplicate().order(bytes.order());
  }

  /**
   * Verifies a part that {@link ContainerWriter#add} was given; does nothing if that was done.
   *
   * @throws UnreadableFileException if its checksum does not match
   */
  public void verify(String part) throws UnreadableFileException {
    check.verify(part);
  }
}
