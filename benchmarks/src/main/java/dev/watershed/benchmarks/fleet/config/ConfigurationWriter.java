package dev.watershed.benchmarks.fleet.config;

import dev.watershed.benchmarks.fleet.plan.FleetPlan;
import dev.watershed.benchmarks.fleet.server.FleetServer;
import dev.watershed.benchmarks.fleet.service.Module;
import dev.watershed.benchmarks.fleet.service.Service;
import dev.watershed.benchmarks.fleet.truth.FleetRun;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the configuration that says who is who in a capture. */
public final class ConfigurationWriter {

  private ConfigurationWriter() {}

  /** The variable of the environment with the password of the collector's account. */
  public static final String PASSWORD_VARIABLE = "WATERSHED_FLEET_PASSWORD";

  /** The text of {@code watershed.yaml}, which lies beside the logs and dumps. */
  public static String write(FleetPlan plan, FleetRun run) {
    return write(
        plan,
        run.servers().stream()
            .map(
                server ->
                    "{name: %s, slowLog: %s, longQueryTimeSeconds: 0, timeZone: UTC, catalog: %s}"
                        .formatted(server.name(), server.slowLog(), server.catalog()))
            .toList());
  }

  /** The text of {@code live.yaml}: the same while the servers run, to be asked themselves. */
  public static String writeLive(FleetPlan plan, List<FleetServer> servers) {
    return write(
        plan,
        servers.stream()
            .map(
                server ->
                    "{name: %s, url: '%s', user: watershed, password: '${env:%s}'}"
                        .formatted(server.name(), server.url(), PASSWORD_VARIABLE))
            .toList());
  }

  /** The text of a configuration of servers that run, their logs beside it, without services. */
  public static String writeServers(List<FleetServer> servers) {
    return servers.stream()
        .map(
            server ->
                ("  - {name: %s, url: '%s', user: watershed, password: '${env:%s}', slowLog:"
                        + " %s-slow.log, longQueryTimeSeconds: 0, timeZone: UTC}\n")
                    .formatted(server.name(), server.url(), PASSWORD_VARIABLE, server.name()))
        .collect(Collectors.joining("", "store: workload\nservers:\n", ""));
  }

  /**
   * The text of a configuration with what servers have and cost, beside logs of other times, while
   * they run.
   */
  public static String writeRoom(
      FleetPlan plan, List<FleetServer> servers, double cpus, double poolGiB, double perMonth) {
    return write(
        plan,
        servers.stream()
            .map(
                server ->
                    ("{name: %s, url: '%s', user: watershed, password: '${env:%s}', slowLog:"
                            + " %s-slow.log, longQueryTimeSeconds: 0, timeZone: UTC, capacity:"
                            + " {cpus: %s, bufferPoolGiB: %s}, cost: {currency: JPY, perMonth:"
                            + " %s}}")
                        .formatted(
                            server.name(),
                            server.url(),
                            PASSWORD_VARIABLE,
                            server.name(),
                            cpus,
                            poolGiB,
                            perMonth))
            .toList());
  }

  private static String write(FleetPlan plan, List<String> servers) {
    StringBuilder yaml = new StringBuilder();
    yaml.append("# The simulated fleet of seed ").append(plan.seed()).append(". ");
    yaml.append("Accounts that are left out are left out on purpose.\nservers:\n");
    servers.forEach(server -> yaml.append("  - ").append(server).append('\n'));
    yaml.append("services:\n");
    plan.services().all().stream()
        .filter(Service::attributed)
        .forEach(service -> service(service, plan, yaml));
    yaml.append("sensitive: [member.members.email, member.members.phone, ");
    yaml.append("partner.partners.bank_account]\n");
    return yaml.toString();
  }

  private static void service(Service service, FleetPlan plan, StringBuilder yaml) {
    boolean shared =
        plan.services().all().stream()
                .filter(other -> other.account().equals(service.account()))
                .count()
            > 1;
    yaml.append("  - name: ").append(service.name());
    yaml.append("\n    team: ").append(service.team());
    yaml.append("\n    match: {users: [").append(service.account()).append(']');
    yaml.append(shared ? ", comments: {application: " + service.name() + "}}" : "}");
    yaml.append("\n    owns: ").append(list(service.owns())).append('\n');
    if (!service.reads().isEmpty()) {
      yaml.append("    reads: ").append(list(service.reads())).append('\n');
    }
    if (!service.modules().isEmpty()) {
      yaml.append("    modules:\n");
      for (Module module : service.modules()) {
        yaml.append(
            "      - {name: %s, team: %s, match: {comments: {controller: %s}}, owns: %s}\n"
                .formatted(module.name(), module.team(), module.name(), list(module.owns())));
      }
    }
  }

  private static String list(List<String> patterns) {
    return patterns.stream().collect(Collectors.joining("\", \"", "[\"", "\"]"));
  }
}
