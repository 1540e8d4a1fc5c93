package dev.watershed.benchmarks.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.service.Attribution;
import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.benchmarks.fleet.plan.FleetPlan;
import dev.watershed.benchmarks.fleet.server.FleetServers;
import dev.watershed.benchmarks.fleet.service.Service;
import dev.watershed.benchmarks.fleet.traffic.LoadKey;
import dev.watershed.benchmarks.fleet.truth.FleetRun;
import dev.watershed.cli.config.ConfigurationReader;
import dev.watershed.collector.input.LogInput;
import dev.watershed.collector.slowlog.ReadProgress;
import dev.watershed.collector.slowlog.SlowLogCollector;
import dev.watershed.collector.slowlog.SlowLogOptions;
import dev.watershed.collector.slowlog.SlowLogResult;
import dev.watershed.sql.live.Live;
import dev.watershed.sql.live.Product;
import dev.watershed.workload.Measure;
import dev.watershed.workload.StatementTable;
import dev.watershed.workload.Workload;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the logs of a real run hold is what its clients say they sent. */
@Live(Product.MYSQL)
class FleetLiveTest {

  private static final String SCALE = "4s";

  @Test
  void theLogsHoldWhatTheClientsSent(@TempDir Path folder) throws Exception {
    FleetOptions options =
        FleetOptions.parse("--out", folder.toString(), "--scale", SCALE, "--rows", "0.02");
    FleetPlan plan = FleetPlan.of(options.seed(), options.moves());
    FleetRun run;
    try (FleetServers servers = FleetServers.start(plan.catalog().servers(), options.servers())) {
      run = new FleetCapture(plan, options, servers, (format, values) -> {}).run();
    }

    assertThat(logged(folder, run)).containsExactlyEntriesOf(sent(plan, run));
    assertThat(Files.readString(folder.resolve("booking-1.sql")))
        .contains("CREATE TABLE `members`", "tr_members_audit", "close_payout");
    assertThat(Files.size(folder.resolve("truth.json"))).isPositive();
  }

  private static Map<String, Long> sent(FleetPlan plan, FleetRun run) {
    Map<String, Long> calls = new TreeMap<>();
    run.counts().load().forEach((key, sum) -> calls.merge(key(plan, key), sum.calls(), Long::sum));
    return calls;
  }

  private static String key(FleetPlan plan, LoadKey key) {
    Service service = plan.services().service(key.service());
    String who = service.attributed() ? key.service() : "";
    return who + "/" + key.module() + " " + key.digest();
  }

  private static Map<String, Long> logged(Path folder, FleetRun run) throws Exception {
    ServiceMapping mapping = ConfigurationReader.read("watershed.yaml", folder).services();
    List<LogInput> logs = new ArrayList<>();
    for (FleetRun.Server server : run.servers()) {
      logs.add(new LogInput(server.slowLog(), Optional.of(folder.resolve(server.slowLog()))));
    }
    SlowLogResult result =
        new SlowLogCollector(
                SlowLogOptions.standard()
                    .withTimeZone(ZoneOffset.UTC)
                    .withTagKeys(mapping.tagKeys()))
            .collect(logs, InputStream.nullInputStream(), ReadProgress.NONE);
    assertThat(result.failed()).isEmpty();
    Workload workload = result.workload();
    StatementTable table = workload.statements();
    Map<String, Long> calls = new TreeMap<>();
    for (int row = 0; row < table.size(); row++) {
      String text = workload.texts().get(table.textIndex(row)).fingerprint();
      String user = workload.origins().get(table.originIndex(row)).user();
      if (!text.startsWith("administrator command") && !user.equals("root")) {
        Attribution whose = mapping.attribute(workload.origins().get(table.originIndex(row)));
        String key =
            whose.service().orElse("")
                + "/"
                + whose.module().orElse("")
                + " "
                + workload.texts().get(table.textIndex(row)).digest();
        calls.merge(key, table.value(row, Measure.CALLS), Long::sum);
      }
    }
    return calls;
  }
}
