package dev.watershed.cli.config;

import dev.watershed.sql.SqlMode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code servers}; their names must be unique. */
final class ServerReader {

  private ServerReader() {}

  static List<ServerConfiguration> read(YamlObject file) {
    List<ServerConfiguration> servers = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (YamlObject object : file.objects("servers")) {
      Optional<String> name = object.text("name");
      slowLog(object);
      if (name.isPresent() && names.add(name.get())) {
        servers.add(server(object, name.get()));
      } else if (name.isPresent()) {
        object.problem("name", "there is already a server called '" + name.get() + "'");
      }
    }
    return servers;
  }

  private static void slowLog(YamlObject object) {
    if (object.text("slowLog").filter("table"::equals).isPresent()
        && object.text("url").isEmpty()) {
      object.problem("slowLog", "a slow log in a table is read from the server; expected its url");
    }
  }

  private static ServerConfiguration server(YamlObject object, String name) {
    return new ServerConfiguration(
        name,
        object.value("url", ServerReader::url).filter(url -> !url.isBlank()),
        object.text("user"),
        new ServerSecrets(
            object.value("password", Secret::new),
            object.value("trustStorePassword", Secret::new),
            object.value("keyStorePassword", Secret::new)),
        object.text("slowLog"),
        object.text("catalog"),
        object.number("longQueryTimeSeconds"),
        object.whole("sampleRate"),
        object.value("timeZone", ServerReader::zone),
        object.value("sqlMode", SqlMode::parse),
        PlaceReader.read(object),
        object.object("proxy").flatMap(ServerReader::proxy));
  }

  private static Optional<ProxyExport> proxy(YamlObject object) {
    List<Long> hostgroups =
        object.values("hostgroups", Numbers::whole).stream()
            .flatMap(number -> number.stream().boxed())
            .toList();
    return object.text("digests").map(digests -> new ProxyExport(digests, hostgroups));
  }

  private static String url(String url) {
    UrlSecret.in(url)
        .ifPresent(
            secret -> {
              throw new IllegalArgumentException(secret.problem());
            });
    return url;
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (java.time.DateTimeException e) {
      throw new IllegalArgumentException(
          "'" + name + "' is no time zone; expected one such as Asia/Tokyo or +09:00", e);
    }
  }
}
