package dev.watershed.cli.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.cli.CommandRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Runs commands and searches all that they write for what was planted. */
final class SearchedRun {

  private final Path folder;
  private final Plants plants;
  private final CommandRun run;
  private final Map<String, Set<String>> found = new TreeMap<>();

  /**
   * @param folder where the commands run, which has a {@code watershed.yaml}
   */
  SearchedRun(Path folder, Plants plants, CommandRun run) {
    this.folder = folder;
    this.plants = plants;
    this.run = run;
  }

  /** Runs a command on {@code watershed.yaml}. */
  void stored(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(1, List.of("-c", "watershed.yaml"));
    command(all.toArray(String[]::new));
  }

  /** Runs a command that does something: it ends with 0, 1, 3 or 4. */
  void command(String... arguments) {
    run.execute(arguments);
    assertThat(run.exitCode())
        .as("%s: %s", String.join(" ", arguments), run.errors())
        .isIn(0, 1, 3, 4);
    searchOutput(String.join(" ", arguments));
  }

  /** Runs a command that is refused, and says so with this. */
  void refused(String message, String... arguments) {
    run.execute(arguments);
    assertThat(run.exitCode()).as(run.errors()).isEqualTo(2);
    assertThat(run.errors()).contains(message);
    searchOutput(String.join(" ", arguments) + ": " + message);
  }

  private void searchOutput(String name) {
    search(name, run.output().getBytes(StandardCharsets.UTF_8));
    search(name + " (standard error)", run.errors().getBytes(StandardCharsets.UTF_8));
  }

  /** What the last command printed. */
  String output() {
    return run.output();
  }

  /** What the last command said. */
  String errors() {
    return run.errors();
  }

  /** Searches bytes that came to be in another way. */
  void search(String name, byte[] bytes) {
    found.put(name, plants.found(bytes));
  }

  /**
   * Searches the files below a folder.
   *
   * @param given the names of those that the test wrote
   */
  void files(String below, Set<String> given) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(below))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString();
        if (!given.contains(name)) {
          search(name, Files.readAllBytes(file));
        }
      }
    }
  }

  /** The names of all that was searched, with the places whose plants were found there. */
  Map<String, Set<String>> found() {
    return found;
  }

  /** Fails with where other plants were found than those of this place. */
  void assertHoldsOnly(String place) {
    Map<String, Set<String>> others = new TreeMap<>();
    found.forEach(
        (name, places) -> {
          Set<String> more = new TreeSet<>(places);
          more.remove(place);
          if (!more.isEmpty()) {
            others.put(name, more);
          }
        });
    assertThat(others).isEmpty();
  }

  /** Where the plant of a place was found. */
  List<String> holding(String place) {
    return found.keySet().stream().filter(name -> found.get(name).contains(place)).toList();
  }
}
