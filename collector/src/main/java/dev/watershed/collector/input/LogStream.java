package dev.watershed.collector.input;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Opens inputs; compression is recognised by the first bytes, not by the name. */
public final class LogStream {

  private static final int BUFFER = 256 << 10;

  /** How the bytes of an input are packed. */
  public enum Compression {
    NONE,
    GZIP,
    ZSTANDARD
  }

  private LogStream() {}

  /** The compression of a file. */
  public static Compression compression(Path path) throws IOException {
    try (InputStream stream = Files.newInputStream(path)) {
      return compression(stream.readNBytes(4));
    }
  }

  /** The compression that the first four bytes tell. */
  public static Compression compression(byte[] first) {
    if (first.length >= 2 && first[0] == 0x1f && first[1] == (byte) 0x8b) {
      return Compression.GZIP;
    }
    boolean zstandard =
        first.length >= 4
            && first[0] == 0x28
            && first[1] == (byte) 0xb5
            && first[2] == 0x2f
            && first[3] == (byte) 0xfd;
    return zstandard ? Compression.ZSTANDARD : Compression.NONE;
  }

  /** The uncompressed bytes of a stream; several members one after the other are one log. */
  public static InputStream uncompressed(InputStream raw) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(raw, BUFFER);
    buffered.mark(4);
    byte[] first = buffered.readNBytes(4);
    buffered.reset();
    return switch (compression(first)) {
      case NONE -> buffered;
      case GZIP -> new GZIPInputStream(new MemberStream(buffered), BUFFER);
      case ZSTANDARD -> new ZstdInputStreamNoFinalizer(buffered).setContinuous(false);
    };
  }

  /**
   * Knows for sure whether bytes follow: {@link GZIPInputStream} takes a member for the last one
   * where none are {@link #available()}, and a pipe may have none just then.
   */
  private static final class MemberStream extends FilterInputStream {

    MemberStream(BufferedInputStream packed) {
      super(packed);
    }

    @Override
    public int available() throws IOException {
      in.mark(1);
      int next = in.read();
      in.reset();
      return next < 0 ? 0 : Math.max(1, in.available());
    }
  }
}
