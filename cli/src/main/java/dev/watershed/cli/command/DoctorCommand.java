package dev.watershed.cli.command;

import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.cli.console.OutputClosedException;
import dev.watershed.collector.server.QuerySession;
import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.connection.ServerAddress;
import dev.watershed.collector.server.connection.ServerLimits;
import dev.watershed.collector.server.connection.ServerPool;
import dev.watershed.collector.server.doctor.Complaint;
import dev.watershed.collector.server.doctor.Complaint.Weight;
import dev.watershed.collector.server.doctor.Examination;
import dev.watershed.reports.ExaminedServer;
import dev.watershed.reports.ExaminedServer.Lack;
import dev.watershed.reports.json.DoctorJson;
import dev.watershed.reports.text.DoctorText;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what each server lacks, why it matters, and what mends it. */
@Command(
    name = "doctor",
    description = {
      "Say what each server lacks (grants, consumers, settings), why it matters, and the statement"
          + " that mends it. It changes nothing.",
      "Ends with 3 where nothing can be collected from a server, with 4 where one cannot be asked."
    },
    sortOptions = false)
public final class DoctorCommand implements Callable<Integer> {

  private final CommandContext context;

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      required = true,
      description = "Configuration: the servers that have a url.")
  private Optional<Path> config = Optional.empty();

  @Mixin private OutputOptions output = new OutputOptions();

  public DoctorCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws CommandException, OutputClosedException {
    Configuration configuration = ConfigurationFile.read(context, config.orElseThrow());
    List<ServerAddress> addresses = SampledServers.of(context, configuration);
    if (addresses.isEmpty()) {
      throw new CommandException(
          ExitCode.USAGE,
          config.orElseThrow()
              + ": no server has a url; expected one, such as"
              + " servers: [{name: booking-1, url: 'jdbc:mysql://10.0.0.5:3306/', user: watershed}]");
    }
    List<ExaminedServer> servers =
        ThreadEach.map(addresses, address -> examine(configuration, address));
    output.write(
        context,
        stream -> DoctorJson.write(servers, stream),
        text -> new DoctorText(text).render(servers));
    return exitCode(servers).code();
  }

  private ExaminedServer examine(Configuration configuration, ServerAddress address) {
    try (ServerPool pool = new ServerPool(address, ServerLimits.standard(), Examination.tables());
        QuerySession session = pool.session()) {
      Instant now = context.clock().instant();
      boolean slowLogInTable =
          configuration.servers().stream()
              .anyMatch(server -> server.name().equals(address.name()) && server.slowLogInTable());
      return new ExaminedServer(
          address.name(),
          Optional.of(session.identity().version()),
          Optional.empty(),
          Examination.of(session, now, slowLogInTable).stream().map(DoctorCommand::lack).toList());
    } catch (ServerException e) {
      context.say(address.name() + ": " + e.getMessage());
      return new ExaminedServer(
          address.name(), Optional.empty(), Optional.of(e.getMessage()), List.of());
    }
  }

  private static Lack lack(Complaint complaint) {
    return new Lack(
        complaint.check(),
        complaint.weight().key(),
        complaint.lack(),
        complaint.consequence(),
        complaint.remedy().statements(),
        complaint.remedy().advice());
  }

  private static ExitCode exitCode(List<ExaminedServer> servers) {
    boolean failed = servers.stream().anyMatch(server -> server.failure().isPresent());
    boolean blind =
        servers.stream()
            .flatMap(server -> server.lacks().stream())
            .anyMatch(lack -> lack.weight().equals(Weight.BLIND.key()));
    return ExitCode.strongest(
        failed ? ExitCode.PARTLY_DONE : ExitCode.FINE,
        blind ? ExitCode.NOT_ENOUGH_DATA : ExitCode.FINE);
  }
}
