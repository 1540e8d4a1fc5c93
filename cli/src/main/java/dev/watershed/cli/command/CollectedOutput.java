package dev.watershed.cli.command;

import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.cli.console.ResultOutput;
import dev.watershed.reports.CollectedSource;
import dev.watershed.reports.json.CollectJson;
import dev.watershed.reports.text.CollectText;
import dev.watershed.workload.store.CompactionPolicy;
import dev.watershed.workload.store.CompactionReport;
import dev.watershed.workload.store.StoreWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What a collection tells when it ends. */
public final class CollectedOutput {

  private CollectedOutput() {}

  /**
   * Writes what was taken from each source.
   *
   * @return fine if all of it could be read, at every look; else done in part
   */
  public static ExitCode write(CommandContext context, Format format, List<CollectedSource> sources)
      throws CommandException {
    ResultOutput.writeWhoeverReads(
        context,
        Optional.empty(),
        stream -> {
          if (format == Format.JSON) {
            CollectJson.write(sources, stream);
          } else {
            stream.write(CollectText.render(sources).getBytes(StandardCharsets.UTF_8));
          }
        });
    boolean complete = sources.stream().allMatch(CollectedSource::complete);
    return complete ? ExitCode.FINE : ExitCode.PARTLY_DONE;
  }

  /**
   * Compacts a store, and says what could not be read or was deleted for its age.
   *
   * @return fine if every file could be read; else done in part
   */
  public static ExitCode compact(CommandContext context, StoreWriter store) throws IOException {
    CompactionReport done = store.compact(CompactionPolicy.standard(), context.clock().instant());
    done.skipped().forEach(file -> context.say("left out of the store: " + file.described()));
    done.discarded()
        .forEach(file -> context.say("deleted for its age, unread: " + file.described()));
    return done.skipped().isEmpty() ? ExitCode.FINE : ExitCode.PARTLY_DONE;
  }

  /** The version of Watershed that windows name, which the build wrote into the jar. */
  public static String version() {
    return Optional.ofNullable(CollectedOutput.class.getPackage().getImplementationVersion())
        .orElse("(not built)");
  }
}
