package dev.watershed.cli.command;

import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files that {@code --from} names. They are read twice, so that standard input becomes one. */
final class BundleFiles implements Closeable {

  private final CommandContext context;
  private Optional<Path> standardInput = Optional.empty();

  BundleFiles(CommandContext context) {
    this.context = context;
  }

  /**
   * The files, each once.
   *
   * @throws CommandException if there is no such file
   */
  List<BundleFile> resolve(List<String> arguments) throws CommandException {
    List<BundleFile> files = new ArrayList<>();
    for (String argument : arguments) {
      try {
        files.addAll(resolve(argument));
      } catch (IOException e) {
        throw new CommandException(ExitCode.USAGE, "--from " + argument + ": " + e.getMessage());
      }
    }
    return files.stream().distinct().toList();
  }

  private List<BundleFile> resolve(String argument) throws CommandException, IOException {
    if (argument.equals("-")) {
      return List.of(new BundleFile("standard input", copied()));
    }
    Path path = context.workingDirectory().resolve(argument);
    if (!Files.isDirectory(path)) {
      if (!Files.isReadable(path)) {
        String reason = Files.exists(path) ? "cannot be read" : "no such file";
        throw new CommandException(ExitCode.USAGE, "--from " + argument + ": " + reason);
      }
      return List.of(new BundleFile(argument, path));
    }
    try (Stream<Path> entries = Files.list(path)) {
      List<BundleFile> found =
          entries
              .filter(Files::isRegularFile)
              .filter(file -> BundleFile.isNamed(file.getFileName().toString()))
              .sorted()
              .map(file -> new BundleFile(argument + "/" + file.getFileName(), file))
              .toList();
      if (found.isEmpty()) {
        throw new CommandException(
            ExitCode.USAGE, "--from " + argument + ": no file called *.bundle in this folder");
      }
      return found;
    }
  }

  private Path copied() throws IOException {
    if (standardInput.isEmpty()) {
      Path file = Files.createTempFile("watershed", ".bundle");
      standardInput = Optional.of(file);
      Files.copy(context.input(), file, StandardCopyOption.REPLACE_EXISTING);
    }
    return standardInput.get();
  }

  @Override
  public void close() throws IOException {
    if (standardInput.isPresent()) {
      Files.deleteIfExists(standardInput.get());
    }
  }
}
