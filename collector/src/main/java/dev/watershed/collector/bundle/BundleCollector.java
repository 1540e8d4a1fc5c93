package dev.watershed.collector.bundle;

import dev.watershed.collector.bundle.RecordedPart.Kind;
import dev.watershed.collector.catalog.CatalogReport;
import dev.watershed.collector.follow.FollowReport;
import dev.watershed.collector.follow.WindowSink;
import dev.watershed.collector.server.Domain;
import dev.watershed.collector.server.QuerySession;
import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.catalog.CatalogCollector;
import dev.watershed.collector.server.catalog.LiveCatalog;
import dev.watershed.collector.server.sampling.ServerSampler;
import dev.watershed.workload.catalog.Catalog;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts what bundles hold into the store, as if their servers had been asked when the scripts ran.
 * Each goes on behind the last sample of its server, whether that came from a bundle or from the
 * server itself; what is in the store is not counted again.
 */
public final class BundleCollector {

  private final List<Domain<?, ?>> domains;
  private final WindowSink sink;
  private final CatalogCollector catalogs;
  private final boolean raw;

  /**
   * @param raw whether literals of definitions are kept
   */
  public BundleCollector(
      List<Domain<?, ?>> domains, WindowSink sink, CatalogCollector catalogs, boolean raw) {
    this.domains = List.copyOf(domains);
    this.sink = sink;
    this.catalogs = catalogs;
    this.raw = raw;
  }

  /**
   * Takes a bundle.
   *
   * @param server the name of its server in the store
   * @throws IOException if it cannot be read any more, or a window cannot be put in place
   */
  public BundleReport collect(Bundle bundle, String server) throws IOException {
    try (RecordedParts parts = RecordedParts.open(bundle.name(), bundle.file())) {
      RecordedPart probe = Bundle.probe(bundle.name(), parts);
      RecordedSessions sessions = new RecordedSessions(new RecordedServer(domains, probe), probe);
      try (ServerSampler sampler = ServerSampler.open(server, sessions, domains, sink, sessions)) {
        Optional<Instant> stored = sampler.lastSampleAt();
        int known = stored.map(bundle::samplesUntil).orElse(0);
        boolean all = known == bundle.sampleTimes().size();
        if (all && stored.isPresent() && !stored.equals(bundle.lastSampleAt())) {
          return new BundleReport(
              true, FollowReport.NOTHING.failing(List.of(older(bundle, stored.get()))), List.of());
        }
        return new Run(bundle, server, sampler, sessions, known).take(parts);
      }
    }
  }

  private static String older(Bundle bundle, Instant stored) {
    return "%s: refused, for it is older than what the store holds of the server: its last sample is of"
            .formatted(bundle.name())
        + " %s, that of the store of %s; what ran until then is counted. Bundles of a server go into the"
            .formatted(bundle.lastSampleAt().map(Instant::toString).orElse("no time"), stored)
        + " store in the order in which they were written";
  }

  /** One bundle on its way into the store. */
  private final class Run {
    private final Bundle bundle;
    private final String server;
    private final ServerSampler sampler;
    private final RecordedSessions sessions;
    private final int known;
    private final Set<String> failures = new LinkedHashSet<>();
    private FollowReport report = FollowReport.NOTHING;
    private final List<CatalogReport> taken = new ArrayList<>();

    /**
     * @param known how many samples are in the store
     */
    Run(Bundle bundle, String server, ServerSampler sampler, RecordedSessions sessions, int known) {
      this.bundle = bundle;
      this.server = server;
      this.sampler = sampler;
      this.sessions = sessions;
      this.known = known;
    }

    BundleReport take(RecordedParts parts) throws IOException {
      int samples = 0;
      for (Optional<RecordedPart> part = parts.next(); part.isPresent(); part = parts.next()) {
        sessions.turnTo(part.get());
        if (part.get().kind() == Kind.CATALOG) {
          catalog();
        } else if (part.get().kind() == Kind.SAMPLE) {
          samples++;
          if (samples > known) {
            add(sampler.look(false, () -> false));
          }
        }
      }
      add(sampler.seal());
      if (known > 0) {
        String note =
            "%s: %d of its %d samples are in the store already, and were left out"
                .formatted(bundle.name(), known, samples);
        report = report.then(new FollowReport(0, 0, List.of(note), List.of()));
      }
      return new BundleReport(false, report.failing(new ArrayList<>(failures)), taken);
    }

    private void add(FollowReport later) {
      later.failures().forEach(failure -> failures.add(bundle.name() + ": " + failure));
      report = report.then(later);
    }

    private void catalog() throws IOException {
      try {
        catalogs
            .look(server, stopped -> read(), sessions.instant(), () -> false)
            .ifPresent(taken::add);
      } catch (ServerException e) {
        failures.add(bundle.name() + ": catalog: " + e.getMessage());
      }
    }

    private Catalog read() throws ServerException {
      try (QuerySession session = sessions.session()) {
        session.verify();
        return bundle.bodies() ? LiveCatalog.read(session, raw) : LiveCatalog.readHeldBack(session);
      }
    }
  }
}
