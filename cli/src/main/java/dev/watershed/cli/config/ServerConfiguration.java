package dev.watershed.cli.config;

import dev.watershed.sql.SqlMode;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A server, as far as it is read.
 *
 * @param name unique
 * @param url where it answers, if it is to be asked
 * @param user as whom to ask
 * @param secrets how to find them, where any are needed
 * @param slowLog the path of its slow log, as written
 * @param catalog the path of a dump of its definitions, as written
 * @param longQueryTimeSeconds the threshold of that log
 * @param sampleRate how many executions an event stands for
 * @param timeZone the zone of its local times
 * @param sqlMode its {@code sql_mode}
 * @param place where it stands in the fleet
 * @param proxy what a proxy before it counted
 */
public record ServerConfiguration(
    String name,
    Optional<String> url,
    Optional<String> user,
    ServerSecrets secrets,
    Optional<String> slowLog,
    Optional<String> catalog,
    OptionalDouble longQueryTimeSeconds,
    OptionalLong sampleRate,
    Optional<ZoneId> timeZone,
    Optional<SqlMode> sqlMode,
    ServerPlace place,
    Optional<ProxyExport> proxy) {

  public ServerConfiguration {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(secrets, "secrets");
    Objects.requireNonNull(slowLog, "slowLog");
    Objects.requireNonNull(catalog, "catalog");
    Objects.requireNonNull(longQueryTimeSeconds, "longQueryTimeSeconds");
    Objects.requireNonNull(sampleRate, "sampleRate");
    Objects.requireNonNull(timeZone, "timeZone");
    Objects.requireNonNull(sqlMode, "sqlMode");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(proxy, "proxy");
  }

  /** The same without the account that asks. */
  ServerConfiguration withoutUser() {
    return new ServerConfiguration(
        name,
        url,
        Optional.empty(),
        secrets,
        slowLog,
        catalog,
        longQueryTimeSeconds,
        sampleRate,
        timeZone,
        sqlMode,
        place,
        proxy);
  }

  /** Whether the server keeps its slow log in a table. */
  public boolean slowLogInTable() {
    return slowLog.filter("table"::equals).isPresent();
  }
}
