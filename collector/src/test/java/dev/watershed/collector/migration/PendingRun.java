package dev.watershed.collector.migration;

import dev.watershed.workload.catalog.Migration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a tool would run of some files, as lines that tests can show.
 *
 * @param pending {@code path version}, in order
 * @param remarks {@code note path:line message} and {@code issue path:line:column message}
 */
record PendingRun(List<String> pending, List<String> remarks) {

  /** Asks a tool about files that hold nothing but their names. */
  static PendingRun named(Pending tool, List<Migration> history, String names) {
    return of(
        tool,
        history,
        Arrays.stream(names.split(" ", -1)).map(name -> new MigrationFile(name, "")).toList());
  }

  static PendingRun of(Pending tool, List<Migration> history, List<MigrationFile> files) {
    Remarks remarks = new Remarks();
    List<String> pending = new ArrayList<>();
    for (Part part : tool.of(files, history, remarks)) {
      pending.add(part.file().path() + part.version().map(version -> " " + version).orElse(""));
    }
    return new PendingRun(pending, lines(remarks));
  }

  /** Notes, then issues. */
  static List<String> lines(Remarks remarks) {
    return Stream.concat(
            remarks.notes().stream()
                .map(each -> "note " + each.path() + ":" + each.line() + " " + each.message()),
            remarks.issues().stream()
                .map(
                    each ->
                        "issue "
                            + each.path()
                            + ":"
                            + each.line()
                            + ":"
                            + each.column()
                            + " "
                            + each.message()))
        .toList();
  }

  /** The steps of a history, {@code version} or {@code version!} where it failed. */
  static List<Migration> history(String versions) {
    return Arrays.stream(versions.split(" ", -1))
        .filter(version -> !version.isEmpty())
        .map(
            version ->
                new Migration(
                    "shop",
                    "tool",
                    version.replace("!", ""),
                    "",
                    Optional.empty(),
                    !version.endsWith("!")))
        .toList();
  }
}
