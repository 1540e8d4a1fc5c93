package dev.watershed.benchmarks.fleet.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Texts in paragraphs: blank lines part them, lines that begin with {@code #} are comments. */
public final class Paragraphs {

  private static final String FOLDER = "/dev/watershed/benchmarks/fleet/";

  private Paragraphs() {}

  /** The lines of each paragraph, none of them empty. */
  public static List<List<String>> of(String text) {
    List<List<String>> paragraphs = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      if (line.isBlank()) {
        if (!lines.isEmpty()) {
          paragraphs.add(List.copyOf(lines));
        }
        lines.clear();
      } else if (!line.startsWith("#")) {
        lines.add(line.stripTrailing());
      }
    }
    if (!lines.isEmpty()) {
      paragraphs.add(List.copyOf(lines));
    }
    return List.copyOf(paragraphs);
  }

  /** A text that lies beside the fleet's classes, such as {@code tables/member.txt}. */
  public static String resource(String path) {
    try (InputStream in = Paragraphs.class.getResourceAsStream(FOLDER + path)) {
      if (in == null) {
        throw new IllegalArgumentException("there is no " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
