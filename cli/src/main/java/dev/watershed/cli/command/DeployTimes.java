package dev.watershed.cli.command;

import dev.watershed.analyzer.service.Service;
import dev.watershed.analyzer.service.ServiceModule;
import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.config.ConfigurationException;
import dev.watershed.cli.config.DeployMarker;
import dev.watershed.cli.config.DeployMarkers;
import dev.watershed.cli.config.NamedFile;
import dev.watershed.cli.config.Problems;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.cli.imports.DeploymentFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When services were deployed last: as {@code --deployed} says, else the later of what the
 * configuration and the files of deployments say. A service of modules counts as deployed since the
 * first of its parts was: whose module a statement is is not told here.
 */
final class DeployTimes {

  private DeployTimes() {}

  /**
   * The times, by service.
   *
   * @param asked what {@code --deployed} says
   * @throws CommandException if a file cannot be read, or says what cannot be
   */
  static SortedMap<String, Instant> of(
      Configuration configuration, SortedMap<String, Instant> asked, Instant now)
      throws CommandException {
    DeployMarkers markers = configuration.imports().deployments();
    List<Service> services = configuration.services().services();
    Problems problems = new Problems();
    List<DeployMarker> appended = appended(markers, services, problems);
    Stream.concat(markers.written().stream(), appended.stream())
        .filter(marker -> marker.at().isAfter(now))
        .forEach(
            marker ->
                problems.add(
                    marker.place(),
                    marker.at() + " is in the future; expected a deployment's end"));
    try {
      problems.throwIfAny();
    } catch (ConfigurationException e) {
      throw new CommandException(ExitCode.USAGE, e.getMessage());
    }
    SortedMap<String, Instant> times = written(markers.written(), services);
    appended.forEach(marker -> times.merge(marker.service(), marker.at(), DeployTimes::later));
    times.putAll(asked);
    return times;
  }

  private static List<DeployMarker> appended(
      DeployMarkers markers, List<Service> services, Problems problems) {
    List<String> names = services.stream().map(Service::name).toList();
    List<DeployMarker> appended = new ArrayList<>();
    for (NamedFile file : markers.files()) {
      try {
        appended.addAll(
            DeploymentFile.read(file.name(), Files.readAllLines(file.path()), names, problems));
      } catch (NoSuchFileException e) {
        problems.add(file.name(), "there is no such file; 'deployments' names it");
      } catch (CharacterCodingException e) {
        problems.add(file.name(), "is not UTF-8 text");
      } catch (IOException e) {
        problems.add(file.name(), "cannot be read: " + e.getMessage());
      }
    }
    return appended;
  }

  private static SortedMap<String, Instant> written(
      List<DeployMarker> markers, List<Service> services) {
    Map<String, Instant> parts = new HashMap<>();
    markers.forEach(marker -> parts.put(part(marker.service(), marker.module()), marker.at()));
    SortedMap<String, Instant> times = new TreeMap<>();
    for (Service service : services) {
      Optional<Instant> whole =
          Optional.ofNullable(parts.get(part(service.name(), Optional.empty())));
      List<Optional<Instant>> modules =
          service.modules().stream()
              .map(ServiceModule::name)
              .map(
                  module ->
                      Optional.ofNullable(parts.get(part(service.name(), Optional.of(module))))
                          .or(() -> whole))
              .collect(Collectors.toList());
      boolean known =
          modules.isEmpty() ? whole.isPresent() : modules.stream().allMatch(Optional::isPresent);
      if (known) {
        Stream.concat(modules.stream(), Stream.of(whole))
            .flatMap(Optional::stream)
            .min(Instant::compareTo)
            .ifPresent(at -> times.put(service.name(), at));
      }
    }
    return times;
  }

  private static String part(String service, Optional<String> module) {
    return service + module.map(name -> "\0" + name).orElse("");
  }

  private static Instant later(Instant left, Instant right) {
    return left.isAfter(right) ? left : right;
  }
}
