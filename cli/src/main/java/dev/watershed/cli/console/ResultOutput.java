package dev.watershed.cli.console;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

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

  /**
   * Writes a result of a command whose exit code says more than it. Where nobody reads standard
   * output any more, that is said, and the command goes on to its end.
   *
   * @throws CommandException as {@link #write}
   */
  public static void writeWhoeverReads(CommandContext context, Optional<Path> file, Result result)
      throws CommandException {
    try {
      write(context, file, result);
    } catch (OutputClosedException e) {
      context.say("standard output was closed before all of the answer was written");
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

  /** What is there and no file, as a device or a pipe, is written to; a link stays one. */
  private static void whole(Path named, Result result) throws IOException {
    boolean there = Files.exists(named);
    if (there && !Files.isRegularFile(named)) {
      write(named, result, StandardOpenOption.WRITE);
      return;
    }
    Path path = there ? named.toRealPath() : named;
    // Somebody else may write the same file at this moment.
    Path part = path.resolveSibling("." + path.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      write(part, result, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
      Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void write(Path path, Result result, OpenOption... options) throws IOException {
    try (OutputStream stream =
        new BufferedOutputStream(Files.newOutputStream(path, options), BUFFER)) {
      result.write(stream);
    }
  }
}
