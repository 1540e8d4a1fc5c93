package dev.watershed.benchmarks.change;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A change that does no harm.
 *
 * @param name what it is
 * @param file the name under which it is judged
 * @param options for the check; {@code FILE} stands for the file
 * @param text all of it
 */
record HarmlessChange(String name, String file, List<String> options, String text) {

  private static final String OPTIONS = "-- options:";

  /** Reads those of a folder, by name; a first line may say other options. */
  static List<HarmlessChange> in(Path folder) throws IOException {
    List<HarmlessChange> changes = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        String text = Files.readString(file);
        String options =
            text.startsWith(OPTIONS)
                ? text.substring(OPTIONS.length(), text.indexOf('\n')).strip()
                : "--ddl FILE";
        changes.add(new HarmlessChange(name, name, words(options), text));
      }
    }
    return changes;
  }

  static List<String> words(String options) {
    return Arrays.asList(options.split(" +", -1));
  }
}
