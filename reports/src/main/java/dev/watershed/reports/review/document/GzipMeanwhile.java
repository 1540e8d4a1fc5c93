package dev.watershed.reports.review.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Gzips (RFC 1952) what is written, at the best compression: a page is written once and mailed
 * often. Another thread compresses while the writer makes what comes next.
 */
final class GzipMeanwhile extends OutputStream {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final OutputStream zipped = new Best(bytes);
  private CompletableFuture<Void> written = CompletableFuture.completedFuture(null);

  GzipMeanwhile() throws IOException {}

  @Override
  public void write(int value) {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] from, int offset, int length) {
    byte[] part = Arrays.copyOfRange(from, offset, offset + length);
    written = written.thenRunAsync(() -> compress(part));
  }

  /** All of it, when it is compressed; nothing can be written after. */
  byte[] finished() throws IOException {
    written.join();
    zipped.close();
    return bytes.toByteArray();
  }

  private void compress(byte[] part) {
    try {
      zipped.write(part);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written", e);
    }
  }

  /** At the best compression. */
  private static final class Best extends GZIPOutputStream {
    Best(OutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
