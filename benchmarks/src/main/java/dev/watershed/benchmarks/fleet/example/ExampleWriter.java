package dev.watershed.benchmarks.fleet.example;

import dev.watershed.benchmarks.fleet.truth.Truth;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Writes a capture again, compressed by gzip: the same capture gives the same bytes. */
public final class ExampleWriter {

  /** The truth of an example. */
  public static final String TRUTH = "truth.json.gz";

  private static final String CONFIGURATION = "watershed.yaml";
  private static final String SUFFIX = ".gz";

  private ExampleWriter() {}

  /**
   * Writes the example; the number of its bytes.
   *
   * @param truth of the capture, which names its logs; a dump is named after its server
   */
  public static long write(Path capture, Truth truth, Path out) throws IOException {
    Files.createDirectories(out);
    List<String> names = new ArrayList<>();
    for (Truth.Server server : truth.servers()) {
      names.add(server.slowLog());
      names.add(server.name() + ".sql");
    }
    long bytes = 0;
    for (String name : names) {
      bytes += compressed(Files.readAllBytes(capture.resolve(name)), out.resolve(name + SUFFIX));
    }
    String configuration = renamed(Files.readString(capture.resolve(CONFIGURATION)), names);
    Files.writeString(out.resolve(CONFIGURATION), configuration);
    String known = renamed(Files.readString(capture.resolve("truth.json")), names);
    return bytes
        + configuration.getBytes(StandardCharsets.UTF_8).length
        + compressed(known.getBytes(StandardCharsets.UTF_8), out.resolve(TRUTH));
  }

  /** A text in which the files have their compressed names. */
  private static String renamed(String text, List<String> names) {
    String renamed = text;
    for (String name : names) {
      renamed = renamed.replace(name, name + SUFFIX);
    }
    return renamed;
  }

  private static long compressed(byte[] bytes, Path file) throws IOException {
    try (OutputStream out = new Best(Files.newOutputStream(file))) {
      out.write(bytes);
    }
    return Files.size(file);
  }

  /** As small as it gets. */
  private static final class Best extends GZIPOutputStream {
    Best(OutputStream out) throws IOException {
      super(out);
      def.setLevel(java.util.zip.Deflater.BEST_COMPRESSION);
    }
  }
}
