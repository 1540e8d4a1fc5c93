package dev.watershed.collector.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.catalog.CatalogWindows;
import dev.watershed.collector.follow.FollowReport;
import dev.watershed.collector.server.Domain;
import dev.watershed.collector.server.QuerySession;
import dev.watershed.collector.server.catalog.CatalogCollector;
import dev.watershed.collector.server.catalog.CatalogFixture;
import dev.watershed.collector.server.catalog.LiveCatalog;
import dev.watershed.collector.server.connection.LiveAddress;
import dev.watershed.collector.server.connection.ServerLimits;
import dev.watershed.collector.server.connection.ServerPool;
import dev.watershed.collector.server.sampling.Domains;
import dev.watershed.collector.server.sampling.KeptSamples;
import dev.watershed.collector.server.sampling.SampledSums;
import dev.watershed.collector.server.sampling.ServerSampler;
import dev.watershed.sql.live.Live;
import dev.watershed.sql.live.LiveServer;
import dev.watershed.sql.live.LiveServer.ShellRun;
import dev.watershed.sql.live.Product;
import dev.watershed.workload.IssueReason;
import dev.watershed.workload.LatencyHistogram;
import dev.watershed.workload.Measure;
import dev.watershed.workload.StatementTable;
import dev.watershed.workload.Workload;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.CatalogGap;
import dev.watershed.workload.catalog.CatalogObject;
import dev.watershed.workload.catalog.Migration;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.catalog.TableStatistics;
import dev.watershed.workload.store.StoreWriter;
import dev.watershed.workload.store.file.LocalStoreFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script with the servers' own clients, against what a connection reads. */
class LiveBundleTest {

  private static final List<Domain<?, ?>> DOMAINS = Domains.all();
  private static final Measure[] MEASURES = {
    Measure.CALLS,
    Measure.ERRORS,
    Measure.ROWS_SENT,
    Measure.ROWS_EXAMINED,
    Measure.ROWS_AFFECTED,
    Measure.TIME_MICROS,
    Measure.LOCK_TIME_MICROS,
    Measure.TEMPORARY_TABLES,
    Measure.FULL_SCANS,
    Measure.SORT_ROWS
  };

  @Live(Product.MYSQL)
  @Nested
  class OnMySql extends Cases {
    OnMySql(LiveServer server) {
      super(server);
    }
  }

  @Live(Product.MARIADB)
  @Nested
  class OnMariaDb extends Cases {
    OnMariaDb(LiveServer server) {
      super(server);
    }
  }

  abstract static class Cases {
    private final LiveServer server;
    private final KeptSamples direct = new KeptSamples();
    private final KeptSamples bundled = new KeptSamples();
    @TempDir Path folder;
    private StoreWriter store;
    private CatalogCollector catalogs;

    Cases(LiveServer server) {
      this.server = server;
    }

    @BeforeEach
    void setUp() throws IOException {
      store = StoreWriter.open(new LocalStoreFiles(folder.resolve("store")), "test");
      catalogs = new CatalogCollector(new CatalogWindows(store, "test"), false);
    }

    @AfterEach
    void tearDown() throws IOException {
      store.close();
    }

    @Test
    void twoBundlesShowWhatTwoLooksShow() throws Exception {
      String schema = schema();
      Bundle first = bundle(script(1, false, false));
      look();
      collect(first);
      work(schema);
      look();
      Bundle second = bundle(script(1, false, false));
      FollowReport report = collect(second);

      assertThat(report.failures()).isEmpty();
      assertThat(sums(bundled, schema)).isEqualTo(sums(direct, schema)).hasSizeGreaterThan(4);
      assertThat(histograms(bundled, schema)).isEqualTo(histograms(direct, schema));
      assertThat(bundled.count(IssueReason.OWN_STATEMENTS)).isPositive();
      assertThat(bundled.count(IssueReason.COUNTERS_RESET)).isZero();
      assertThat(bundled.count(IssueReason.LUMPED_BY_SERVER)).isZero();
      assertThat(bundled.count(IssueReason.FAILED_LOOK)).isZero();
      for (Workload workload : bundled.workloads()) {
        assertThat(workload.texts())
            .noneMatch(text -> text.fingerprint().contains("watershed_sample"));
      }
    }

    @Test
    void aBundleGoesOnBehindALookAndALookBehindABundle() throws Exception {
      String schema = schema();
      look();
      work(schema);
      Bundle bundle = bundle(script(1, false, false));
      new BundleCollector(DOMAINS, direct, catalogs, false).collect(bundle, "live");
      work(schema);
      look();

      Map<String, String> sums = SampledSums.of(direct.workloads(), schema, Measure.CALLS);
      assertThat(sums).containsEntry("SELECT v FROM a WHERE k = ?", "[14]");
    }

    @Test
    void whatIsInTheStoreIsNotCountedAgain() throws Exception {
      String schema = schema();
      Bundle first = bundle(script(1, false, false));
      work(schema);
      Bundle second = bundle(script(2, false, false));
      collect(first);
      collect(second);
      int windows = bundled.windows().size();
      FollowReport again = collect(second);
      FollowReport older = collect(first);

      assertThat(again.failures()).isEmpty();
      assertThat(again.notes())
          .singleElement()
          .asString()
          .contains("2 of its 2 samples are in the store already");
      assertThat(older.failures())
          .singleElement()
          .asString()
          .contains("refused, for it is older than what the store holds");
      assertThat(bundled.windows()).hasSize(windows);
      assertThat(SampledSums.of(bundled.workloads(), schema, Measure.CALLS))
          .containsEntry("SELECT v FROM a WHERE k = ?", "[7]");
    }

    @Test
    void theCatalogIsTheOneThatAConnectionReads() throws Exception {
      String schema = CatalogFixture.create(server);
      Bundle bundle = bundle(script(1, true, true));
      Catalog read = catalog(bundle);
      Catalog live = liveCatalog();

      assertThat(read.schema(schema)).isEqualTo(live.schema(schema));
      assertThat(statistics(read, schema)).isEqualTo(statistics(live, schema));
      assertThat(migrations(read, schema)).isEqualTo(migrations(live, schema)).isNotEmpty();
      assertThat(read.gaps()).filteredOn(gap -> gap.place().contains(schema)).isEmpty();
      assertThat(read.serverVersion()).isEqualTo(live.serverVersion());
    }

    @Test
    void noLiteralLeavesTheHostUnlessTheScriptSaysSo() throws Exception {
      String schema = CatalogFixture.create(server);
      Bundle held = bundle(script(1, true, false));
      Bundle whole = bundle(script(1, true, true));
      Catalog read = catalog(held);
      Catalog live = liveCatalog();

      assertThat(secrets(held)).isEmpty();
      assertThat(String.join("", secrets(whole)))
          .contains(CatalogFixture.SECRET, CatalogFixture.SECRET_NUMBER);
      assertThat(read.gaps()).extracting(CatalogGap::place).contains("bodies");
      assertThat(names(read, schema)).isEqualTo(names(live, schema));
      assertThat(read.schema(schema).get().tables())
          .extracting(TableDefinition::indexes)
          .hasSameSizeAs(live.schema(schema).get().tables());
      assertThat(statistics(read, schema)).isEqualTo(statistics(live, schema));
      assertThat(migrations(read, schema)).isEqualTo(migrations(live, schema));
    }

    @Test
    void tooFewGrantsAreSaidAndNothingIsEmpty() throws Exception {
      String user = "none" + System.nanoTime() % 1_000_000_000;
      execute("CREATE USER '" + user + "'@'%' IDENTIFIED BY 'pw'");
      ShellRun run = server.shell(script(1, true, false), Map.of("MYSQL_PWD", "pw"), "-u" + user);
      Bundle bundle = kept(run);
      FollowReport report = collect(bundle);

      assertThat(report.failures())
          .anySatisfy(
              failure ->
                  assertThat(failure)
                      .contains("statements: ", "GRANT SELECT ON performance_schema"))
          .anySatisfy(failure -> assertThat(failure).contains("accounts: "));
      assertThat(bundled.count(IssueReason.FAILED_LOOK)).isPositive();
      Catalog read = catalog(bundle);
      assertThat(read.gaps())
          .extracting(CatalogGap::place)
          .contains("tables", "triggers", "routines", "events");
      assertThat(text(bundle)).doesNotContain("IDENTIFIED");
    }

    @Test
    void aWrongPasswordIsSaidByTheScript() throws Exception {
      ShellRun run = server.shell(script(1, false, false), Map.of("MYSQL_PWD", "no"), "-uroot");

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.errors()).contains("Access denied", "the server was not asked");
      assertThat(run.output()).isEmpty();
    }

    @Test
    void aPasswordOnTheCommandLineIsRefused() throws Exception {
      ShellRun run = server.shell(script(1, false, false), Map.of(), "-uroot", "-pwatershed");

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.errors()).contains("no password on the command line");
    }

    private String schema() throws SQLException {
      try (Connection connection = server.connectToNewSchema();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE TABLE a (k INT PRIMARY KEY, v INT)");
        statement.execute("INSERT INTO a VALUES (1, 1), (2, 2), (3, 3)");
        return connection.getCatalog();
      }
    }

    private void work(String schema) throws SQLException {
      try (Connection connection = server.connect();
          Statement statement = connection.createStatement()) {
        statement.execute("USE " + schema);
        for (int i = 0; i < 7; i++) {
          statement.execute("SELECT v FROM a WHERE k = " + i);
          statement.execute("UPDATE a SET v = v + 1 WHERE k > " + i);
          statement.execute("SELECT v, COUNT(*) FROM a GROUP BY v ORDER BY 2");
        }
        statement.execute("SELECT 'tab\there', `v` AS `naïve ✓ 漢字` FROM a");
        statement.execute("SELECT v AS `back\\slash\nline` FROM a");
        org.assertj.core.api.Assertions.assertThatThrownBy(
                () -> statement.execute("SELECT * FROM nowhere"))
            .isInstanceOf(SQLException.class);
      }
    }

    private void execute(String sql) throws SQLException {
      try (Connection connection = server.connect();
          Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }

    private static String script(int samples, boolean catalog, boolean bodies) {
      return new BundleScript(DOMAINS, "test")
          .text(
              new ScriptOptions(
                  Optional.of("live"), samples, Duration.ofSeconds(1), catalog, bodies));
    }

    private Bundle bundle(String script) throws Exception {
      ShellRun run =
          server.shell(script, Map.of("MYSQL_PWD", LiveServer.PASSWORD), "-u" + LiveServer.USER);
      assertThat(run.exitCode()).as(run.errors()).isZero();
      assertThat(run.errors()).doesNotContain("rror");
      return kept(run);
    }

    private Bundle kept(ShellRun run) throws IOException {
      assertThat(run.exitCode()).as(run.errors()).isZero();
      Path file = Files.createTempFile(folder, "live", ".bundle");
      Files.write(file, run.output());
      return Bundle.read("live.bundle", file, DOMAINS);
    }

    private static String text(Bundle bundle) throws IOException {
      return new String(Files.readAllBytes(bundle.file()), StandardCharsets.UTF_8);
    }

    /** Values with a secret; numbers, digests and checksums may have the digits by chance. */
    private static List<String> secrets(Bundle bundle) throws IOException {
      Pattern chance = Pattern.compile("=?[0-9a-f:. -]+");
      Pattern secret = Pattern.compile(CatalogFixture.SECRET + "|" + CatalogFixture.SECRET_NUMBER);
      return text(bundle)
          .lines()
          .filter(line -> !line.startsWith("@check"))
          .flatMap(line -> Stream.of(line.split("\t")))
          .filter(value -> !chance.matcher(value).matches())
          .filter(value -> secret.matcher(value).find())
          .toList();
    }

    private FollowReport collect(Bundle bundle) throws IOException {
      return new BundleCollector(DOMAINS, bundled, catalogs, false)
          .collect(bundle, "live")
          .samples();
    }

    private void look() throws IOException {
      ServerPool pool =
          new ServerPool(LiveAddress.of(server), ServerLimits.standard(), Domains.tables(DOMAINS));
      try (ServerSampler sampler =
          ServerSampler.open("live", pool, DOMAINS, direct, Clock.systemUTC())) {
        assertThat(sampler.look(false, () -> false).failures()).isEmpty();
        sampler.seal();
      }
    }

    private Catalog liveCatalog() throws Exception {
      try (ServerPool pool =
              new ServerPool(
                  LiveAddress.of(server), ServerLimits.standard(), LiveCatalog.tables());
          QuerySession session = pool.session()) {
        return LiveCatalog.read(session, false);
      }
    }

    private static Catalog catalog(Bundle bundle) throws Exception {
      try (RecordedParts parts = RecordedParts.open(bundle.name(), bundle.file())) {
        RecordedPart probe = Bundle.probe(bundle.name(), parts);
        RecordedServer recorded = new RecordedServer(DOMAINS, probe);
        RecordedPart part = probe;
        while (part.kind() != RecordedPart.Kind.CATALOG) {
          part = parts.next().orElseThrow();
        }
        RecordedSession session = RecordedSession.of(recorded, part);
        return bundle.bodies()
            ? LiveCatalog.read(session, false)
            : LiveCatalog.readHeldBack(session);
      }
    }

    private static Map<String, String> sums(KeptSamples samples, String schema) {
      return SampledSums.of(samples.workloads(), schema, MEASURES);
    }

    private static Map<String, String> histograms(KeptSamples samples, String schema) {
      Map<String, String> lines = new TreeMap<>();
      for (Workload workload : samples.workloads()) {
        StatementTable table = workload.statements();
        for (int row = 0; row < table.size(); row++) {
          if (workload.schemas().get(table.schemaIndex(row)).equals(schema)) {
            LatencyHistogram histogram = table.histogram(row);
            lines.put(
                workload.texts().get(table.textIndex(row)).fingerprint(),
                histogram.count()
                    + " "
                    + histogram.quantileMicros(0.5)
                    + " "
                    + table.value(row, Measure.TIME_MICROS_MAX));
          }
        }
      }
      return lines;
    }

    private static List<TableStatistics> statistics(Catalog catalog, String schema) {
      return catalog.statistics().stream()
          .filter(table -> table.schema().equals(schema))
          .map(LiveBundleTest::withoutTime)
          .toList();
    }

    private static List<Migration> migrations(Catalog catalog, String schema) {
      return catalog.migrations().stream()
          .filter(migration -> migration.schema().equals(schema))
          .toList();
    }

    private static List<String> names(Catalog catalog, String schema) {
      return catalog.schema(schema).get().objects().stream()
          .map(CatalogObject::name)
          .sorted()
          .toList();
    }
  }

  /** Where InnoDB does not say when it counted, the time is that of the reading. */
  private static TableStatistics withoutTime(TableStatistics table) {
    return new TableStatistics(
        table.schema(),
        table.table(),
        java.time.Instant.EPOCH,
        table.rows(),
        table.dataBytes(),
        table.indexBytes(),
        table.freeBytes(),
        table.autoIncrement(),
        table.autoIncrementLimit(),
        table.indexes());
  }
}
