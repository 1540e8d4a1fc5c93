package dev.watershed.cli.config;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.PatternSyntaxException;

/**
 * A path, or a glob of paths, of the configuration: {@code db/docs/*.yml}, {@code ../booking/**}.
 *
 * @param text as it was written
 * @param base the folders before the first wildcard, absolute; of a path without any, all of it
 * @param rest what comes after them; empty for a path without wildcards
 */
public record PathPattern(String text, Path base, Optional<PathMatcher> rest) {

  private static final String ANY_FOLDERS = "**/";
  private static final String WILDCARDS = "*?[{";

  /** What no pattern looks into: it is large, and no file of a person's. */
  private static final String REPOSITORY = ".git";

  /**
   * Reads a pattern.
   *
   * @param folder where it begins
   * @throws IllegalArgumentException if it is none
   */
  public static PathPattern of(Path folder, String text) {
    try {
      int wildcard = 0;
      while (wildcard < text.length() && WILDCARDS.indexOf(text.charAt(wildcard)) < 0) {
        wildcard++;
      }
      int end = wildcard == text.length() ? wildcard : text.lastIndexOf('/', wildcard) + 1;
      String glob = text.substring(end);
      Path base = folder.toAbsolutePath().resolve(text.substring(0, end)).normalize();
      return new PathPattern(
          text, base, glob.isEmpty() ? Optional.empty() : Optional.of(matcher(glob)));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("'" + text + "' is no pattern: " + e.getDescription(), e);
    }
  }

  /** Of a leading {@code **}{@code /} any number of folders, also none. */
  private static PathMatcher matcher(String glob) {
    PathMatcher whole = FileSystems.getDefault().getPathMatcher("glob:" + glob);
    if (!glob.startsWith(ANY_FOLDERS)) {
      return whole;
    }
    PathMatcher here = matcher(glob.substring(ANY_FOLDERS.length()));
    return path -> whole.matches(path) || here.matches(path);
  }

  /** Whether a file, absolute and normal, is meant: a path means all below it. */
  public boolean matches(Path file) {
    return file.startsWith(base) && (rest.isEmpty() || rest.get().matches(base.relativize(file)));
  }

  /**
   * The files that are meant, in the order of their names.
   *
   * @throws IOException if the folders cannot be looked through
   */
  public List<Path> files() throws IOException {
    TreeSet<Path> found = new TreeSet<>();
    if (Files.exists(base)) {
      Files.walkFileTree(
          base,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              return folder.endsWith(REPOSITORY)
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (Files.isRegularFile(file) && matches(file)) {
                found.add(file);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    }
    return List.copyOf(found);
  }
}
