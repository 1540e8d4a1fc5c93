package dev.watershed.benchmarks.change;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A change that does harm, with what a check of it has to say, which is written above it.
 *
 * @param name of its file
 * @param file the name under which it is judged: tools tell versions by it
 * @param rule that has to fire
 * @param subject of the violation
 * @param services whose harm it is
 * @param line of the violation
 * @param severity of the violation
 * @param options for the check; the file itself stands for {@code FILE}
 * @param text all of it
 */
record HarmfulCase(
    String name,
    String file,
    String rule,
    String subject,
    List<String> services,
    int line,
    String severity,
    List<String> options,
    String text) {

  /** Reads those of a folder, by name. */
  static List<HarmfulCase> in(Path folder) throws IOException {
    List<HarmfulCase> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        cases.add(of(file.getFileName().toString(), Files.readString(file)));
      }
    }
    return cases;
  }

  private static HarmfulCase of(String name, String text) {
    return new HarmfulCase(
        name,
        head(text, "file").orElse(name),
        required(name, text, "rule"),
        required(name, text, "subject"),
        words(required(name, text, "services")),
        Integer.parseInt(required(name, text, "line")),
        head(text, "severity").orElse("error"),
        words(head(text, "options").orElse("--ddl FILE")),
        text);
  }

  private static String required(String name, String text, String key) {
    return head(text, key).orElseThrow(() -> new IllegalArgumentException(name + " has no " + key));
  }

  private static Optional<String> head(String text, String key) {
    String begin = "-- " + key + ":";
    return text.lines()
        .filter(line -> line.startsWith(begin))
        .map(line -> line.substring(begin.length()).strip())
        .findFirst();
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split("[ ,]+", -1)).filter(word -> !word.isEmpty()).toList();
  }

  @Override
  public String toString() {
    return name;
  }
}
