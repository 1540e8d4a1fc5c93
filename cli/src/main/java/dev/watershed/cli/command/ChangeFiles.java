package dev.watershed.cli.command;

import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.collector.migration.MigrationFile;
import dev.watershed.rules.gate.InlineAllowances;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files of a change, read once; of folders, the files below that end with {@code .sql}.
 *
 * @param definitions those of {@code --ddl}
 * @param queries those of {@code --sql}
 */
record ChangeFiles(List<MigrationFile> definitions, List<MigrationFile> queries) {

  ChangeFiles {
    definitions = List.copyOf(definitions);
    queries = List.copyOf(queries);
  }

  /**
   * Reads what the options name.
   *
   * @throws CommandException if one is not there, or is no text
   */
  static ChangeFiles of(CommandContext context, ChangeOptions options) throws CommandException {
    return new ChangeFiles(
        read(context, "--ddl", options.definitions()), read(context, "--sql", options.queries()));
  }

  /**
   * What comments in the files allow.
   *
   * @param known the names of all rules
   * @throws CommandException if such a comment is wrong
   */
  InlineAllowances allowances(Set<String> known) throws CommandException {
    InlineAllowances all =
        InlineAllowances.together(
            Stream.concat(definitions.stream(), queries.stream())
                .map(file -> InlineAllowances.of(file.path(), file.text(), known))
                .toList());
    if (!all.errors().isEmpty()) {
      throw new CommandException(ExitCode.USAGE, String.join("\n", all.errors()));
    }
    return all;
  }

  /**
   * Reads some, in the order given, those of a folder by name.
   *
   * @param option for messages
   */
  private static List<MigrationFile> read(CommandContext context, String option, List<String> names)
      throws CommandException {
    List<MigrationFile> files = new ArrayList<>();
    for (String name : names) {
      Path path = context.workingDirectory().resolve(name);
      if (!Files.exists(path)) {
        throw new CommandException(ExitCode.USAGE, option + ": there is no file " + name);
      }
      List<Path> below = below(path, option);
      if (below.isEmpty()) {
        throw new CommandException(
            ExitCode.USAGE, option + ": below " + name + " no file ends with .sql");
      }
      for (Path file : below) {
        String shown = path.equals(file) ? name : name + "/" + path.relativize(file);
        files.add(new MigrationFile(shown.replace("//", "/"), text(file, shown, option)));
      }
    }
    return files;
  }

  private static List<Path> below(Path path, String option) throws CommandException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> files = Files.walk(path)) {
      return files
          .filter(file -> file.toString().endsWith(".sql"))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new CommandException(ExitCode.USAGE, option + ": " + path + ": " + e.getMessage());
    }
  }

  private static String text(Path file, String shown, String option) throws CommandException {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new CommandException(ExitCode.USAGE, option + ": " + shown + " is not UTF-8 text");
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.USAGE, option + ": " + shown + " cannot be read: " + e.getMessage());
    }
  }
}
