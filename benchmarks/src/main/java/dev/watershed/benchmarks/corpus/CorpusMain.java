package dev.watershed.benchmarks.corpus;

import dev.watershed.benchmarks.command.Options;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/**
 * {@code CorpusMain --shape header|statement|mixed --bytes 1g --seed 1 --apart-micros 2000 --out
 * FILE}.
 */
public final class CorpusMain {

  private static final String USAGE =
      "--shape header|statement|mixed --bytes 1g --seed 1 --apart-micros 2000 --out FILE";

  private CorpusMain() {}

  /** Writes a corpus; exits with 2 if the options are wrong. */
  public static void main(String[] arguments) throws IOException {
    Options options =
        Options.read(
            arguments,
            USAGE,
            Set.of("--out"),
            Set.of("--shape", "--bytes", "--seed", "--apart-micros"));
    CorpusShape shape;
    long bytes;
    long seed;
    long apartMicros;
    try {
      shape = CorpusShape.valueOf(options.text("--shape", "mixed").toUpperCase(Locale.ROOT));
      bytes = bytes(options.text("--bytes", "256m"));
      seed = options.longNumber("--seed", 1);
      apartMicros = options.longNumber("--apart-micros", CorpusGenerator.APART_MICROS);
      if (apartMicros < 1) {
        throw new IllegalArgumentException("--apart-micros: expected 1 or more");
      }
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + "\n" + USAGE);
      System.exit(2);
      return;
    }
    Path out = Path.of(options.text("--out"));
    long start = System.nanoTime();
    long events;
    try (OutputStream stream = Files.newOutputStream(out)) {
      events = CorpusGenerator.write(shape, seed, bytes, apartMicros, stream);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.err.printf(
        Locale.ROOT, "%d events, %d bytes in %.1f s%n", events, Files.size(out), seconds);
  }

  /** A size such as 64k, 256m, 1g (powers of 1,024) or a plain number. */
  static long bytes(String text) {
    String number = text.replaceFirst("[kmg]$", "");
    int shift = text.endsWith("k") ? 10 : text.endsWith("m") ? 20 : text.endsWith("g") ? 30 : 0;
    return Math.multiplyExact(Long.parseLong(number), 1L << shift);
  }
}
