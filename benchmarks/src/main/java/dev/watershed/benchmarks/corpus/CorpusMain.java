package dev.watershed.benchmarks.corpus;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code CorpusMain --shape header|statement|mixed --bytes 1g --seed 1 --apart-micros 2000 --out
 * FILE}.
 */
public final class CorpusMain {

  private CorpusMain() {}

  /** Writes a corpus; exits with 2 if the options are wrong. */
  public static void main(String[] arguments) throws IOException {
    CorpusShape shape;
    long bytes;
    long seed;
    long apartMicros;
    Path out;
    try {
      shape = CorpusShape.valueOf(option(arguments, "--shape", "mixed").toUpperCase(Locale.ROOT));
      bytes = bytes(option(arguments, "--bytes", "256m"));
      seed = Long.parseLong(option(arguments, "--seed", "1"));
      apartMicros =
          Long.parseLong(
              option(arguments, "--apart-micros", String.valueOf(CorpusGenerator.APART_MICROS)));
      if (apartMicros < 1) {
        throw new IllegalArgumentException("--apart-micros: expected 1 or more");
      }
      out = Path.of(option(arguments, "--out", ""));
      if (out.toString().isEmpty()) {
        throw new IllegalArgumentException("--out FILE is missing");
      }
    } catch (IllegalArgumentException e) {
      System.err.println(
          e.getMessage()
              + "\n--shape header|statement|mixed --bytes 1g --seed 1 --apart-micros 2000 --out FILE");
      System.exit(2);
      return;
    }
    long start = System.nanoTime();
    long events;
    try (OutputStream stream = Files.newOutputStream(out)) {
      events = CorpusGenerator.write(shape, seed, bytes, apartMicros, stream);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.err.printf(
        Locale.ROOT, "%d events, %d bytes in %.1f s%n", events, Files.size(out), seconds);
  }

  /** The value after an option's name. */
  static String option(String[] arguments, String name, String otherwise) {
    Optional<String> value = Optional.empty();
    for (int i = 0; i < arguments.length; i += 2) {
      if (i + 1 == arguments.length || !arguments[i].startsWith("--")) {
        throw new IllegalArgumentException("what is " + arguments[i] + "?");
      }
      value = arguments[i].equals(name) ? Optional.of(arguments[i + 1]) : value;
    }
    return value.orElse(otherwise);
  }

  /** A size such as 64k, 256m, 1g (powers of 1,024) or a plain number. */
  static long bytes(String text) {
    String number = text.replaceFirst("[kmg]$", "");
    int shift = text.endsWith("k") ? 10 : text.endsWith("m") ? 20 : text.endsWith("g") ? 30 : 0;
    return Math.multiplyExact(Long.parseLong(number), 1L << shift);
  }
}
