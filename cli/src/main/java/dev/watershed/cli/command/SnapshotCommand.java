package dev.watershed.cli.command;

import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.cli.console.OutputClosedException;
import dev.watershed.cli.console.ResultOutput;
import dev.watershed.reports.SnapshotStamp;
import dev.watershed.reports.SnapshotSummary;
import dev.watershed.reports.json.SnapshotJson;
import dev.watershed.reports.text.SnapshotText;
import dev.watershed.workload.StatementText;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.store.SkippedFile;
import dev.watershed.workload.store.snapshot.SnapshotFile;
import dev.watershed.workload.store.snapshot.SnapshotServer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes one small file of what continuous integration needs of a store. */
@Command(
    name = "snapshot",
    description = {
      "Make one small file of what a store holds, for machines that must not see accounts, hosts and"
          + " values.",
      "check, advise, plan --what-if, explain and owners read it with --snapshot in the place of the"
          + " store."
    },
    sortOptions = false)
public final class SnapshotCommand implements Callable<Integer> {

  private final CommandContext context;

  @Mixin private StoreOptions store = new StoreOptions();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "The file that is made, or replaced.")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "text|json",
      converter = Format.WithoutHtml.class,
      description = "How to say what the file holds. Default: text.")
  private Optional<Format> format = Optional.empty();

  public SnapshotCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws CommandException, OutputClosedException {
    Path file = out.orElseThrow();
    if (file.toString().equals("-")) {
      throw new CommandException(ExitCode.USAGE, "--out: a snapshot is no text; name a file");
    }
    Configuration configuration = ConfigurationFile.read(context, store.config());
    Instant now = context.clock().instant();
    SnapshotContent content =
        SnapshotContent.of(context, configuration, store.span(now), CollectedOutput.version());
    Instant madeAt = now.truncatedTo(ChronoUnit.SECONDS);
    List<ByteBuffer> bytes = content.builder().build(madeAt);
    ResultOutput.write(context, Optional.of(file), stream -> write(bytes, stream));
    SnapshotSummary summary = summary(file, bytes, content, madeAt);
    ResultOutput.write(
        context,
        Optional.empty(),
        format.orElse(Format.TEXT) == Format.JSON
            ? stream -> SnapshotJson.write(summary, stream)
            : stream ->
                stream.write(SnapshotText.render(summary).getBytes(StandardCharsets.UTF_8)));
    return content.exitCode().code();
  }

  private static void write(List<ByteBuffer> bytes, OutputStream stream) throws IOException {
    for (ByteBuffer part : bytes) {
      byte[] copy = new byte[part.remaining()];
      part.duplicate().get(copy);
      stream.write(copy);
    }
  }

  private static SnapshotSummary summary(
      Path file, List<ByteBuffer> bytes, SnapshotContent content, Instant madeAt) {
    SnapshotFile made = content.builder().preview(madeAt);
    SnapshotStamp stamp = SnapshotOptions.stamp(made.header());
    return new SnapshotSummary(
        file.toString(),
        bytes.stream().mapToLong(ByteBuffer::remaining).sum(),
        stamp,
        content.servers().stream()
            .flatMap(server -> server.catalog().stream())
            .mapToLong(SnapshotCommand::tables)
            .sum(),
        content.servers().stream()
            .map(SnapshotServer::workload)
            .flatMap(workload -> workload.texts().stream())
            .filter(text -> !text.lumped())
            .mapToLong(StatementText::digest)
            .distinct()
            .count(),
        made.header().servers(),
        made.header().services(),
        content.skipped().stream().map(SkippedFile::described).toList());
  }

  private static long tables(Catalog catalog) {
    return catalog.schemas().stream().mapToLong(schema -> schema.tables().size()).sum();
  }
}
