package dev.watershed.collector.server.doctor;

import dev.watershed.collector.server.ServerIdentity;
import dev.watershed.collector.server.ServerProduct;
import dev.watershed.collector.server.catalog.Grants;
import dev.watershed.collector.server.doctor.ServerFacts.InstrumentsOff;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The facts about a server that lacks nothing, and what is changed in them. */
final class Patient {

  private ServerProduct product;
  private String version;
  private List<String> grants =
      List.of(
          "GRANT PROCESS, REFERENCES, TRIGGER, EVENT, SHOW_ROUTINE ON *.* TO `w`@`%`",
          "GRANT SELECT ON `mysql`.* TO `w`@`%`");
  private final Map<Setting, String> settings = new EnumMap<>(Setting.class);
  private boolean readable = true;
  private List<String> consumersOff = List.of();
  private List<InstrumentsOff> instrumentsOff = List.of();
  private long cutDigests;
  private boolean encrypted = true;
  private Duration clockAhead = Duration.ofSeconds(1);
  private boolean slowLogInTable;

  private Patient(ServerProduct product, String version) {
    this.product = product;
    this.version = version;
    settings.put(Setting.PERFORMANCE_SCHEMA, "ON");
    settings.put(Setting.PERFORMANCE_SCHEMA_DIGESTS_SIZE, "10000");
    settings.put(Setting.PERFORMANCE_SCHEMA_DIGEST_LOST, "0");
    settings.put(Setting.MAX_DIGEST_LENGTH, "1024");
    settings.put(Setting.PERFORMANCE_SCHEMA_MAX_DIGEST_LENGTH, "2048");
    settings.put(Setting.SLOW_QUERY_LOG, "ON");
    settings.put(Setting.LONG_QUERY_TIME, "0.000000");
    settings.put(Setting.LOG_OUTPUT, "FILE");
    settings.put(Setting.INNODB_STATS_PERSISTENT, "ON");
  }

  static Patient mySql() {
    Patient patient = new Patient(ServerProduct.MYSQL, "9.7.4");
    return patient.with(Setting.LOG_SLOW_EXTRA, "ON");
  }

  static Patient mariaDb() {
    Patient patient = new Patient(ServerProduct.MARIADB, "10.11.18-MariaDB");
    return patient.with(Setting.LOG_SLOW_VERBOSITY, "query_plan");
  }

  Patient with(Setting setting, String value) {
    settings.put(setting, value);
    return this;
  }

  Patient version(String other) {
    version = other;
    return this;
  }

  Patient granted(String... lines) {
    grants = List.of(lines);
    return this;
  }

  Patient unreadable() {
    readable = false;
    return this;
  }

  Patient consumersOff(String... names) {
    consumersOff = List.of(names);
    return this;
  }

  Patient instrumentsOff(String kind, long count) {
    instrumentsOff = List.of(new InstrumentsOff(kind, count));
    return this;
  }

  Patient cutDigests(long count) {
    cutDigests = count;
    return this;
  }

  Patient unencrypted() {
    encrypted = false;
    return this;
  }

  Patient clockAhead(Duration ahead) {
    clockAhead = ahead;
    return this;
  }

  Patient slowLogInTable() {
    slowLogInTable = true;
    return this;
  }

  ServerFacts facts() {
    return new ServerFacts(
        new ServerIdentity(product, version, "id", Instant.EPOCH, false),
        "'w'@'%'",
        new Grants(grants),
        new Settings(settings),
        readable,
        consumersOff,
        instrumentsOff,
        OptionalLong.of(cutDigests),
        encrypted,
        clockAhead,
        slowLogInTable);
  }
}
