package dev.watershed.cli.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The pages of the repository, in Markdown. */
final class Pages {

  static final Path REPOSITORY = Path.of("..");

  private Pages() {}

  /** Those at the top, of the documentation and of the examples. */
  static List<Path> all() throws IOException {
    try (Stream<Path> top = Files.list(REPOSITORY);
        Stream<Path> documentation = Files.walk(REPOSITORY.resolve("docs"));
        Stream<Path> examples = Files.walk(REPOSITORY.resolve("examples"))) {
      return Stream.of(top, documentation, examples)
          .flatMap(paths -> paths)
          .filter(path -> path.toString().endsWith(".md"))
          .sorted()
          .toList();
    }
  }

  static String text(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names that links within a page call its headings by. */
  static List<String> anchors(Path page) {
    return text(page)
        .lines()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("^#+\\s+", "").strip().toLowerCase(Locale.ROOT))
        .map(title -> title.replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-'))
        .toList();
  }
}
