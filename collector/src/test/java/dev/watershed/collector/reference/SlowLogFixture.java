package dev.watershed.collector.reference;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/**
 * A small log with one variant or one kind of damage, and what is to be read from it.
 *
 * @param name the file's name without {@code .log}
 * @param log its bytes
 * @param options the options of the first line of {@code .expected}, if it is an {@code options}
 *     line
 * @param expected the other lines, as {@link ReferenceText} writes them
 */
public record SlowLogFixture(String name, byte[] log, ReferenceOptions options, String expected) {

  private static final Path FOLDER = Path.of("src/test/resources/slowlog");

  @Override
  public String toString() {
    return name;
  }

  /** All fixtures, by name. */
  public static List<SlowLogFixture> all() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".log"))
          .map(file -> file.substring(0, file.length() - ".log".length()))
          .sorted()
          .map(SlowLogFixture::named)
          .toList();
    }
  }

  /** One fixture. */
  public static SlowLogFixture named(String name) {
    try {
      byte[] log = Files.readAllBytes(FOLDER.resolve(name + ".log"));
      String text = Files.readString(FOLDER.resolve(name + ".expected"), StandardCharsets.US_ASCII);
      boolean withOptions = text.startsWith("options ");
      int end = withOptions ? text.indexOf('\n') + 1 : 0;
      return new SlowLogFixture(
          name, log, options(text.substring(0, end).strip()), text.substring(end));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("fixture " + name, e);
    }
  }

  private static ReferenceOptions options(String line) {
    ReferenceOptions options = ReferenceOptions.standard();
    for (String word : line.split(" ", -1)) {
      String value = word.substring(word.indexOf('=') + 1);
      if (word.equals("no-backslash-escapes")) {
        options = options.withNoBackslashEscapes();
      } else if (word.equals("ansi-quotes")) {
        options = options.withAnsiQuotes();
      } else if (word.startsWith("time-zone=")) {
        options = options.withTimeZone(ZoneId.of(value));
      } else if (word.startsWith("sample-rate=")) {
        options = options.withSampleRate(Long.parseLong(value));
      } else if (!word.isEmpty() && !word.equals("options")) {
        throw new IllegalArgumentException("option " + word);
      }
    }
    return options;
  }
}
