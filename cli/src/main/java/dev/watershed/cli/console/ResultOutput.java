package dev.watershed.cli.console;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Writes a result to standard output, or to a file that appears whole or not at all. */
public final class ResultOutput {

  private static final int BUFFER = 1 << 16;

  private ResultOutput() {}

  /** Writes a result to a stream. */
  @FunctionalInterface
  public interface Result {
    void write(OutputStream stream) throws IOException;
  }

  /**
   * Writes a result.
   *
   * @param file relative to the working directory; empty for standard output
   * @throws OutputClosedException if nobody reads standard output any more
   * @throws CommandException if the result cannot be written
   */
  public static void write(CommandContext context, Optional<Path> file, Result result)
      throws CommandException, OutputClosedException {
    if (file.isPresent()) {
      toFile(context.workingDirectory().resolve(file.get()), file.get(), result);
    } else {
      toStandardOutput(context.output(), result);
    }
  }

  private static void toStandardOutput(OutputStream output, Result result)
      throws CommandException, OutputClosedException {
    try {
      BufferedOutputStream buffered = new BufferedOutputStream(output, BUFFER);
      result.write(buffered);
      buffered.flush();
    } catch (IOException e) {
      String message = String.valueOf(e.getMessage());
      if (message.contains("Broken pipe") || message.contains("Stream closed")) {
        throw new OutputClosedException();
      }
      throw new CommandException(ExitCode.USAGE, "cannot write standard output: " + message);
    }
  }

  private static void toFile(Path path, Path named, Result result) throws CommandException {
    try {
      whole(path, result);
    } catch (IOException e) {
      String reason =
          Files.isDirectory(path)
              ? "is a directory; name a file"
              : Files.isDirectory(path.toAbsolutePath().getParent())
                  ? "cannot be written: " + e.getMessage()
                  : "its folder does not exist";
      throw new CommandException(ExitCode.USAGE, named + ": " + reason);
    }
  }

  private static void whole(Path path, Result result) throws IOException {
    Path part = path.resolveSibling("." + path.getFileName() + ".part");
    try {
      try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(part), BUFFER)) {
        result.write(stream);
      }
      Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
