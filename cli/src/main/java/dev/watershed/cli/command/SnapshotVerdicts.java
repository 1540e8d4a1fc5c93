package dev.watershed.cli.command;

import dev.watershed.analyzer.service.Service;
import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.rules.book.BuiltInRules;
import dev.watershed.rules.gate.VerdictHistory;
import dev.watershed.rules.gate.VerdictRecord;
import dev.watershed.rules.gate.VerdictRecordText;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.workload.store.snapshot.SnapshotBuilder;
import dev.watershed.workload.store.snapshot.SnapshotFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The last verdicts in a snapshot, so that figures round their bounds are judged by it as by the
 * store: the file {@code verdicts/last.verdicts} of its small store. Snapshots of earlier versions
 * have none. It holds keys alone, of rules of Watershed's own and of services that the
 * configuration declares: an account is no service there.
 */
final class SnapshotVerdicts {

  private static final String FOLDER = "verdicts";
  private static final String FILE = "last.verdicts";

  private SnapshotVerdicts() {}

  /** Adds what the store kept of the last span that ended before the one that a snapshot holds. */
  static void add(
      CommandContext context,
      Configuration configuration,
      JudgedSpan span,
      SnapshotBuilder builder) {
    Set<String> rules =
        BuiltInRules.kinds().stream().map(RuleKind::name).collect(Collectors.toSet());
    Set<String> services =
        configuration.services().services().stream().map(Service::name).collect(Collectors.toSet());
    VerdictFolder.of(context, configuration)
        .read()
        .before(span.until())
        .newest()
        .map(
            record ->
                record.only(
                    key ->
                        rules.contains(key.rule())
                            && (key.service().isEmpty() || services.contains(key.service()))))
        .ifPresent(record -> builder.file(FOLDER + "/" + FILE, bytes(record)));
  }

  /** What a snapshot holds. Where it cannot be read, that is said on standard error. */
  static VerdictHistory read(CommandContext context, SnapshotFiles files) {
    if (!files.list(FOLDER).contains(FILE)) {
      return VerdictHistory.NONE;
    }
    try {
      String text = StandardCharsets.UTF_8.decode(files.map(FOLDER + "/" + FILE)).toString();
      return new VerdictHistory(List.of(VerdictRecordText.parse(text)));
    } catch (IOException | IllegalArgumentException e) {
      context.say("earlier verdicts are not known: " + files.location() + ": " + e.getMessage());
      return VerdictHistory.NONE;
    }
  }

  private static byte[] bytes(VerdictRecord record) {
    return VerdictRecordText.of(record).getBytes(StandardCharsets.UTF_8);
  }
}
