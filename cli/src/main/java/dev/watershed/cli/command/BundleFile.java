package dev.watershed.cli.command;

import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A bundle that is read.
 *
 * @param name as the user wrote it, for messages
 * @param path where it is
 */
public record BundleFile(String name, Path path) {

  private static final Pattern NAME = Pattern.compile(".*\\.bundle(\\.gz|\\.zst)?");

  public BundleFile {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(path, "path");
  }

  /** Whether a file of a folder is one, by its name. */
  public static boolean isNamed(String fileName) {
    return NAME.matcher(fileName).matches();
  }
}
