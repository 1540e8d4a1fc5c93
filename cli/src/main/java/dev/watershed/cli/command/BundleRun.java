package dev.watershed.cli.command;

import dev.watershed.collector.bundle.Bundle;
import dev.watershed.collector.bundle.BundleCollector;
import dev.watershed.collector.bundle.BundleReport;
import dev.watershed.collector.catalog.CatalogReport;
import dev.watershed.reports.CollectedSource;
import dev.watershed.reports.MissedLooks;
import dev.watershed.workload.store.window.WindowSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Reads the bundles of one server, the oldest first. */
final class BundleRun {

  private final Consumer<String> say;
  private final BundleCollector collector;
  private final String server;
  private final List<Bundle> bundles;
  private final List<String> notes = new ArrayList<>();
  private final List<String> catalogNotes = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private long windows;
  private long events;
  private final CatalogTally catalogs = new CatalogTally();

  BundleRun(Consumer<String> say, BundleCollector collector, String server, List<Bundle> bundles) {
    this.say = say;
    this.collector = collector;
    this.server = server;
    this.bundles = bundles.stream().sorted(Comparator.comparing(Bundle::began)).toList();
  }

  /** What became of them: samples, and catalogs where there were some. */
  List<CollectedSource> run() {
    for (Bundle bundle : bundles) {
      try {
        BundleReport report = collector.collect(bundle, server);
        boolean newest = bundle.equals(bundles.get(bundles.size() - 1));
        if (report.older() && !newest) {
          note(bundle.name() + ": left out, for the store holds what is newer");
        } else {
          add(report);
        }
      } catch (IOException e) {
        fail(e.getMessage() == null ? e.toString() : e.getMessage());
      }
    }
    List<CollectedSource> sources = new ArrayList<>();
    sources.add(
        new CollectedSource(server, WindowSource.COUNTERS, windows, events, notes, failures));
    if (catalogs.catalog().isPresent()) {
      sources.add(
          new CollectedSource(
              server,
              WindowSource.CATALOG,
              catalogs.windows(),
              0,
              catalogNotes,
              List.of(),
              MissedLooks.NONE,
              catalogs.catalog()));
    }
    return sources;
  }

  private void add(BundleReport report) {
    windows += report.samples().windows();
    events += report.samples().events();
    for (CatalogReport catalog : report.catalogs()) {
      catalogs.add(catalog);
      catalogNotes.addAll(catalog.notes());
      catalog.notes().forEach(this::say);
    }
    report.samples().notes().forEach(this::note);
    report.samples().failures().forEach(this::fail);
  }

  private void note(String note) {
    notes.add(note);
    say(note);
  }

  private void fail(String failure) {
    failures.add(failure);
    say(failure);
  }

  private void say(String message) {
    say.accept(server + ": " + message);
  }
}
