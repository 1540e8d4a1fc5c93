package dev.watershed.benchmarks.store;

import dev.watershed.benchmarks.command.FreshFolder;
import dev.watershed.benchmarks.command.Options;
import dev.watershed.workload.store.Store;
import dev.watershed.workload.store.file.LocalStoreFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * {@code CatalogNightsMain --servers 10 --nights 30 --tables 2100 --rounds 5}: writes the catalogs
 * of so many nights, and tells what reading the newest ones takes, and finding since when they show
 * their indexes.
 */
public final class CatalogNightsMain {

  private CatalogNightsMain() {}

  /** Writes and measures; exits with 2 if the options are wrong. */
  public static void main(String[] arguments) throws Exception {
    Options options =
        Options.read(
            arguments,
            "[--servers 10] [--nights 30] [--tables 2100] [--rounds 5]",
            Set.of(),
            Set.of("--servers", "--nights", "--tables", "--rounds"));
    CatalogNights shape =
        new CatalogNights(
            options.number("--servers", 10),
            options.number("--nights", 30),
            options.number("--tables", 2_100));
    Path folder = Files.createTempDirectory("watershed-nights");
    try {
      measure(shape, new LocalStoreFiles(folder), options.number("--rounds", 5));
    } finally {
      FreshFolder.delete(folder);
    }
  }

  private static void measure(CatalogNights shape, LocalStoreFiles files, int rounds)
      throws Exception {
    shape.write(files);
    print(
        "newest catalogs",
        Timing.of(() -> Store.open(files).catalogs(Set.of(), Instant.MAX), rounds));
    print(
        "ages of indexes, all nights",
        Timing.of(() -> Store.open(files).indexAges(back(shape, 0), Instant.MAX), rounds));
    print(
        "ages of indexes, the last night",
        Timing.of(
            () -> Store.open(files).indexAges(back(shape, shape.nights() - 1), Instant.MAX),
            rounds));
  }

  private static Map<String, Instant> back(CatalogNights shape, int night) {
    Map<String, Instant> back = new HashMap<>();
    for (int server = 0; server < shape.servers(); server++) {
      back.put(CatalogNights.server(server), CatalogNights.night(night));
    }
    return back;
  }

  private static void print(String what, Timing timing) {
    System.out.printf(
        Locale.ROOT,
        "%s: %.2f s the first time, %.2f s median%n",
        what,
        timing.firstSeconds(),
        timing.medianSeconds());
  }
}
