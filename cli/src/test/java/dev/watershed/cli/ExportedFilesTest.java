package dev.watershed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that others write, of proxies and hosts, through {@code collect} and {@code analyze}. */
class ExportedFilesTest {

  private static final String COLUMNS =
      "sampled_at\thostgroup\tschemaname\tusername\tclient_address\tdigest\tdigest_text"
          + "\tcount_star\tfirst_seen\tlast_seen\tsum_time\tmin_time\tmax_time\n";

  @TempDir Path folder;
  private CommandRun run;

  @BeforeEach
  void configure() throws IOException {
    Files.writeString(
        folder.resolve("watershed.yaml"),
        """
        servers:
          - name: booking-1
            cluster: booking
            role: primary
            proxy: {digests: proxy.tsv, hostgroups: [1]}
            capacity: {metrics: host.csv}
        services:
          - {name: shop, match: {users: [svc_shop]}}
        """);
    Files.writeString(
        folder.resolve("host.csv"),
        "time,cpu_percent\n2026-11-23T10:14:00Z,50\n2026-11-23T10:16:00Z,70\n");
    run = new CommandRun(folder);
  }

  private void export(long second, long calls) throws IOException {
    Files.writeString(
        folder.resolve("proxy.tsv"),
        COLUMNS
            + (1_795_428_000L + second)
            + "\t1\tshop\tsvc_shop\t10.1.2.3\t0xA\tSELECT a FROM t WHERE k=?\t"
            + calls
            + "\t1795000000\t1795428000\t"
            + calls * 1_000
            + "\t900\t1100\n");
  }

  @Test
  void aProxyTellsWhoseTheLoadIs() throws IOException {
    export(0, 1_000);
    run.execute("collect", "-c", "watershed.yaml");
    assertThat(run.exitCode()).as(run.errors()).isZero();
    assertThat(run.output())
        .contains("booking-1 proxy: 0 statements in 1 window\n")
        .contains("booking-1 host: 0 statements in 2 windows\n");
    export(60, 1_250);
    run.execute("collect", "-c", "watershed.yaml");
    assertThat(run.output())
        .contains("booking-1 proxy: 250 statements in 1 window\n")
        .contains("booking-1 host: 0 statements in 0 windows\n");

    run.execute("analyze", "-c", "watershed.yaml", "--format", "json", "--source", "proxy");
    assertThat(run.exitCode()).as(run.errors()).isZero();
    assertThat(run.output().replaceAll("\\s", ""))
        .contains("\"source\":\"proxy\",\"cluster\":\"booking\",\"role\":\"primary\"")
        .contains("\"events\":250,", "\"services\":[\"shop\"]", "SELECTaFROMtWHEREk=?");
    run.execute("analyze", "-c", "watershed.yaml");
    assertThat(run.exitCode()).as(run.errors()).isZero();
    assertThat(run.errors()).doesNotContain("left out");
    assertThat(run.output()).contains("booking-1 · booking · primary · proxy · 250 events");
  }

  @Test
  void filesThatAreMissingFailTheirSourceAlone() throws IOException {
    Files.delete(folder.resolve("host.csv"));
    export(0, 1);
    run.execute("collect", "-c", "watershed.yaml");

    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.errors())
        .contains("booking-1: host.csv: there is no such file; mend capacity.metrics");
    assertThat(run.output()).contains("booking-1 proxy: 0 statements in 1 window\n");
  }
}
