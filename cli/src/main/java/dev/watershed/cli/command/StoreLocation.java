package dev.watershed.cli.command;

import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.workload.store.file.StoreFiles;
import java.io.IOException;
import java.nio.file.NoSuchFileException;

/**
 * Where the data is that a command judges: the configured store, or the snapshot that stands in for
 * it.
 *
 * @param name what it is called in messages
 */
record StoreLocation(StoreFiles files, String name) {

  static StoreLocation of(CommandContext context, Configuration configuration) {
    if (configuration.snapshot().isPresent()) {
      StoreFiles files = configuration.snapshot().get().files();
      return new StoreLocation(files, "the snapshot " + files.location());
    }
    StoreFiles files = context.store(configuration.store());
    return new StoreLocation(files, "the store " + context.storeName(configuration.store()));
  }

  /** What to tell people where the files cannot be read, and the way out. */
  CommandException unreadable(IOException failure) {
    return failure instanceof NoSuchFileException
        ? new CommandException(
            ExitCode.NOT_ENOUGH_DATA,
            "there is no store at " + files.location() + "; 'watershed collect -c …' makes one")
        : new CommandException(
            ExitCode.USAGE, name.replaceFirst("^the ", "") + ": " + failure.getMessage());
  }
}
