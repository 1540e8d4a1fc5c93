package dev.watershed.collector.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * From the arguments that a user gave to the inputs to read: files, directories, globs and {@code
 * -} for standard input. A file that is named twice, be it by a link, is read once.
 */
public final class LogInputs {

  private static final Pattern LOG_NAME =
      Pattern.compile(".*(slow|\\.log)[^/]*", Pattern.CASE_INSENSITIVE);
  private static final Pattern GLOB = Pattern.compile("[*?{\\[]");

  private LogInputs() {}

  /**
   * The inputs, in the order of the arguments; inside a directory or a glob by name.
   *
   * @throws InputException if an argument names nothing that can be read
   */
  public static List<LogInput> resolve(List<String> arguments, Path workingDirectory)
      throws InputException {
    Map<String, LogInput> inputs = new LinkedHashMap<>();
    for (String argument : arguments) {
      for (LogInput input : resolve(argument, workingDirectory)) {
        inputs.putIfAbsent(input.path().map(LogInputs::identity).orElse("-"), input);
      }
    }
    return List.copyOf(inputs.values());
  }

  /** Links lead to the file that they stand for. */
  private static String identity(Path path) {
    try {
      return path.toRealPath().toString();
    } catch (IOException notAFile) {
      // A pipe of the shell: it has no other name.
      return path.toAbsolutePath().normalize().toString();
    }
  }

  private static List<LogInput> resolve(String argument, Path workingDirectory)
      throws InputException {
    if (argument.equals("-")) {
      return List.of(LogInput.standardInput());
    }
    try {
      Path path = workingDirectory.resolve(argument);
      if (Files.isDirectory(path)) {
        return directory(argument, path);
      }
      if (Files.exists(path)) {
        return List.of(new LogInput(argument, Optional.of(path)));
      }
    } catch (InvalidPathException e) {
      throw new InputException(argument + ": not a valid path: " + e.getReason());
    }
    if (GLOB.matcher(argument).find()) {
      return glob(argument, workingDirectory);
    }
    throw new InputException(
        argument
            + ": no such file or directory (looked in "
            + workingDirectory.toAbsolutePath().normalize()
            + ")");
  }

  private static List<LogInput> directory(String argument, Path directory) throws InputException {
    List<LogInput> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      for (Path entry : entries) {
        Path name = entry.getFileName();
        if (Files.isRegularFile(entry) && LOG_NAME.matcher(name.toString()).matches()) {
          String prefix = argument.endsWith("/") ? argument : argument + "/";
          found.add(new LogInput(prefix + name, Optional.of(entry)));
        }
      }
    } catch (IOException e) {
      throw new InputException(argument + ": cannot be listed: " + e.getMessage());
    }
    if (found.isEmpty()) {
      throw new InputException(
          argument
              + ": no slow log in this directory (looked for names with \"slow\" or \".log\","
              + " compressed or not); name the files themselves if they are called otherwise");
    }
    return byName(found);
  }

  private static List<LogInput> glob(String argument, Path workingDirectory) throws InputException {
    boolean absolute = Path.of(argument.replaceAll("[*?{}\\[\\]]", "x")).isAbsolute();
    int firstGlob = argument.length();
    var matcher = GLOB.matcher(argument);
    if (matcher.find()) {
      firstGlob = matcher.start();
    }
    int slash = argument.lastIndexOf('/', firstGlob);
    String fixed = slash < 0 ? "" : argument.substring(0, slash + 1);
    Path root = absolute ? Path.of(fixed) : workingDirectory.resolve(fixed);
    PathMatcher pattern = matcher(argument, argument.substring(slash + 1));
    int depth = argument.contains("**") ? Integer.MAX_VALUE : depth(argument.substring(slash + 1));
    List<LogInput> found = new ArrayList<>();
    if (Files.isDirectory(root)) {
      try (Stream<Path> paths = Files.walk(root, depth, FileVisitOption.FOLLOW_LINKS)) {
        paths
            .filter(path -> Files.isRegularFile(path) && pattern.matches(root.relativize(path)))
            .forEach(
                path -> found.add(new LogInput(fixed + root.relativize(path), Optional.of(path))));
      } catch (IOException e) {
        throw new InputException(argument + ": cannot be listed: " + e.getMessage());
      } catch (UncheckedIOException e) {
        throw new InputException(argument + ": cannot be listed: " + e.getCause().getMessage());
      }
    }
    if (found.isEmpty()) {
      throw new InputException(argument + ": no file matches this pattern");
    }
    return byName(found);
  }

  private static PathMatcher matcher(String argument, String pattern) throws InputException {
    try {
      return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    } catch (PatternSyntaxException e) {
      throw new InputException(
          argument + ": no such file, and no pattern either: " + e.getDescription());
    }
  }

  private static int depth(String pattern) {
    return (int) pattern.chars().filter(c -> c == '/').count() + 1;
  }

  private static List<LogInput> byName(List<LogInput> inputs) {
    return inputs.stream().sorted((a, b) -> a.name().compareTo(b.name())).toList();
  }
}
