package dev.watershed.cli.config;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/** Reads where a server stands in the fleet: its cluster, role, capacity and cost. */
final class PlaceReader {

  private PlaceReader() {}

  static ServerPlace read(YamlObject server) {
    return new ServerPlace(
        server.text("cluster"),
        server.text("role").flatMap(ServerRole::of),
        server.object("capacity").flatMap(PlaceReader::capacity).orElse(ServerCapacity.UNKNOWN),
        server.object("cost").flatMap(PlaceReader::cost));
  }

  private static Optional<ServerCapacity> capacity(YamlObject object) {
    return made(
        object,
        () ->
            new ServerCapacity(
                object.number("cpus"), object.number("bufferPoolGiB"), object.text("metrics")));
  }

  private static Optional<ServerCost> cost(YamlObject object) {
    Optional<String> currency = object.text("currency");
    OptionalDouble perMonth = object.number("perMonth");
    if (currency.isEmpty() || perMonth.isEmpty()) {
      return Optional.empty();
    }
    return made(object, () -> new ServerCost(currency.get(), perMonth.getAsDouble()));
  }

  private static <T> Optional<T> made(YamlObject object, Supplier<T> maker) {
    try {
      return Optional.of(maker.get());
    } catch (IllegalArgumentException e) {
      object.problem(e.getMessage());
      return Optional.empty();
    }
  }
}
