package dev.watershed.benchmarks.fleet.truth;

import dev.watershed.analyzer.service.Attribution;
import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.collector.input.LogInput;
import dev.watershed.collector.slowlog.ReadProgress;
import dev.watershed.collector.slowlog.SlowLogCollector;
import dev.watershed.collector.slowlog.SlowLogOptions;
import dev.watershed.collector.slowlog.SlowLogResult;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.workload.Measure;
import dev.watershed.workload.Origin;
import dev.watershed.workload.StatementTable;
import dev.watershed.workload.StatementText;
import dev.watershed.workload.Workload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Calls per service, module and digest, as the truth and as the collector tell them. Both come to
 * the same keys, {@code service/module digest}; what the configuration does not name is nobody's.
 */
public final class LoggedCalls {

  private static final String ADMINISTRATOR = "administrator command";

  private LoggedCalls() {}

  /** What the clients sent. */
  public static SortedMap<String, Long> sent(Truth truth) {
    SortedMap<String, Long> calls = new TreeMap<>();
    for (Truth.Load load : truth.load()) {
      boolean attributed = truth.service(load.service()).attributed();
      String service = attributed ? load.service() : "";
      calls.merge(key(service, load.module(), load.digest()), load.calls(), Long::sum);
    }
    return calls;
  }

  /**
   * What the logs of a capture hold. The steps of prepared statements that no client counts, and
   * what the fleet and its collector sent themselves, are left out.
   */
  public static SortedMap<String, Long> logged(Path folder, Truth truth, ServiceMapping mapping)
      throws IOException {
    SortedMap<String, Long> calls = new TreeMap<>();
    for (Truth.Server server : truth.servers()) {
      calls(read(folder.resolve(server.slowLog()), mapping), mapping)
          .forEach((key, count) -> calls.merge(key, count, Long::sum));
    }
    return calls;
  }

  /** All of a log, with the tags that the mapping looks at. */
  static Workload read(Path log, ServiceMapping mapping) throws IOException {
    SlowLogOptions options =
        SlowLogOptions.standard().withTimeZone(ZoneOffset.UTC).withTagKeys(mapping.tagKeys());
    SlowLogResult result =
        new SlowLogCollector(options)
            .collect(
                List.of(new LogInput(log.toString(), Optional.of(log))),
                InputStream.nullInputStream(),
                ReadProgress.NONE);
    if (!result.failed().isEmpty()) {
      throw new IOException("unreadable: " + result.failed());
    }
    return result.workload();
  }

  private static SortedMap<String, Long> calls(Workload workload, ServiceMapping mapping) {
    SortedMap<String, Long> calls = new TreeMap<>();
    StatementTable table = workload.statements();
    for (int row = 0; row < table.size(); row++) {
      StatementText text = workload.texts().get(table.textIndex(row));
      Origin origin = workload.origins().get(table.originIndex(row));
      if (!text.fingerprint().startsWith(ADMINISTRATOR) && !ofTheFleet(origin)) {
        Attribution whose = mapping.attribute(origin);
        calls.merge(
            key(whose.service().orElse(""), whose.module().orElse(""), text.digest()),
            table.value(row, Measure.CALLS),
            Long::sum);
      }
    }
    return calls;
  }

  /** Whether it is the fleet itself, or a collector that watches it, and no client. */
  static boolean ofTheFleet(Origin origin) {
    return origin.user().equals("root") || origin.user().equals("watershed");
  }

  private static String key(String service, String module, long digest) {
    return service + "/" + module + " " + Fingerprints.idOf(digest);
  }
}
