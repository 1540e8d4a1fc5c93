package dev.watershed.benchmarks.fleet.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Runs the marketplace and writes its slow log: {@code DemoCapture [FILE.gz [SECONDS [SCALE]]]}.
 */
public final class DemoCapture {

  private static final List<ServiceTraffic> SERVICES =
      List.of(
          BookingService.TRAFFIC,
          PlanService.TRAFFIC,
          MemberService.TRAFFIC,
          SearchService.TRAFFIC,
          PaymentService.TRAFFIC,
          CouponService.TRAFFIC,
          ReviewService.TRAFFIC,
          MarketMonolith.TRAFFIC,
          NightBatch.TRAFFIC);

  private DemoCapture() {}

  /** Captures; by default five minutes, into {@code examples/marketplace/slow.log.gz}. */
  public static void main(String[] arguments) throws Exception {
    Path file = Path.of(arguments.length > 0 ? arguments[0] : "examples/marketplace/slow.log.gz");
    long seconds = arguments.length > 1 ? Long.parseLong(arguments[1]) : 300;
    double scale = arguments.length > 2 ? Double.parseDouble(arguments[2]) : 1;
    try (MarketplaceServer server = MarketplaceServer.start()) {
      load(server);
      server.slowLog(true);
      long actions = run(server, Duration.ofSeconds(seconds), scale);
      server.slowLog(false);
      byte[] log = server.readSlowLog();
      write(log, file);
      System.err.printf(
          "%d actions, %d bytes, %d compressed: %s%n", actions, log.length, Files.size(file), file);
    }
  }

  private static void load(MarketplaceServer server) throws SQLException, IOException {
    try (Connection connection = server.connectAsRoot();
        Statement statement = connection.createStatement();
        InputStream in = DemoCapture.class.getResourceAsStream("schema.sql")) {
      String schema = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String sql : schema.split(";", -1)) {
        if (!sql.isBlank()) {
          statement.execute(sql);
        }
      }
      MarketplaceData.load(connection);
    }
  }

  private static long run(MarketplaceServer server, Duration duration, double scale)
      throws InterruptedException, ExecutionException {
    SplittableRandom random = new SplittableRandom(12);
    int clients = SERVICES.stream().mapToInt(ServiceTraffic::connections).sum();
    ExecutorService executor = Executors.newFixedThreadPool(clients);
    try {
      List<Future<Long>> running = new ArrayList<>();
      for (ServiceTraffic service : SERVICES) {
        for (int i = 0; i < service.connections(); i++) {
          running.add(
              executor.submit(new Client(server, service, duration, scale, random.split())));
        }
      }
      long actions = 0;
      for (Future<Long> client : running) {
        actions += client.get();
      }
      return actions;
    } finally {
      executor.shutdownNow();
    }
  }

  private static void write(byte[] log, Path file) throws IOException {
    if (file.getParent() != null) {
      Files.createDirectories(file.getParent());
    }
    try (OutputStream out = Files.newOutputStream(file);
        GZIPOutputStream gzip =
            new GZIPOutputStream(out) {
              {
                def.setLevel(Deflater.BEST_COMPRESSION);
              }
            }) {
      gzip.write(log);
    }
  }
}
