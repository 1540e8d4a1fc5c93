package dev.watershed.reports.check;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** What something writes to a stream. */
final class Written {

  private Written() {}

  interface Answer {
    void write(OutputStream stream) throws IOException;
  }

  static String of(Answer answer) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    answer.write(bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
