package dev.watershed.reports.review.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** What another thread compresses, as it is read again. */
class GzipMeanwhileTest {

  @Test
  void partsAreReadInTheOrderInWhichTheyWereWritten() throws IOException {
    Random random = new Random(1);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (GzipMeanwhile zipped = new GzipMeanwhile()) {
      for (int part = 0; part < 200; part++) {
        byte[] bytes = new byte[random.nextInt(5_000)];
        random.nextBytes(bytes);
        zipped.write(bytes);
        all.write(bytes);
        zipped.write(part);
        all.write(part);
      }
      assertThat(read(zipped.finished())).isEqualTo(all.toByteArray());
    }
  }

  @Test
  void whatTheWriterChangesLaterIsNotSeen() throws IOException {
    byte[] bytes = {1, 2, 3};
    try (GzipMeanwhile zipped = new GzipMeanwhile()) {
      zipped.write(bytes);
      bytes[0] = 9;
      assertThat(read(zipped.finished())).containsExactly(1, 2, 3);
    }
  }

  @Test
  void nothingIsAnEmptyMember() throws IOException {
    try (GzipMeanwhile zipped = new GzipMeanwhile()) {
      assertThat(read(zipped.finished())).isEmpty();
    }
  }

  private static byte[] read(byte[] zipped) throws IOException {
    return new GZIPInputStream(new ByteArrayInputStream(zipped)).readAllBytes();
  }
}
