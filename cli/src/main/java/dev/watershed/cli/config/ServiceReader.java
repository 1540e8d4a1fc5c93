package dev.watershed.cli.config;

import dev.watershed.analyzer.service.CommentPattern;
import dev.watershed.analyzer.service.Glob;
import dev.watershed.analyzer.service.HostPattern;
import dev.watershed.analyzer.service.Match;
import dev.watershed.analyzer.service.Service;
import dev.watershed.analyzer.service.ServiceModule;
import dev.watershed.analyzer.service.TablePattern;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the {@code services} of one file after the other; their names must be unique in all. */
final class ServiceReader {

  private final List<Service> services = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  List<Service> services() {
    return services;
  }

  void read(YamlObject file) {
    for (YamlObject object : file.objects("services")) {
      object.text("name").ifPresent(name -> service(object, name));
    }
  }

  private void service(YamlObject object, String name) {
    if (!names.add(name)) {
      object.problem("name", "there is already a service called '" + name + "'");
      return;
    }
    services.add(
        new Service(
            name,
            object.text("team"),
            object.object("match").flatMap(ServiceReader::match),
            object.values("owns", TablePattern::parse),
            object.values("reads", TablePattern::parse),
            modules(object)));
  }

  private static List<ServiceModule> modules(YamlObject service) {
    List<ServiceModule> modules = new ArrayList<>();
    Set<String> moduleNames = new HashSet<>();
    for (YamlObject object : service.objects("modules")) {
      Optional<String> name = object.text("name");
      if (name.isPresent() && moduleNames.add(name.get())) {
        modules.add(
            new ServiceModule(
                name.get(),
                object.text("team"),
                object.object("match").flatMap(ServiceReader::match),
                object.values("owns", TablePattern::parse),
                object.values("reads", TablePattern::parse)));
      } else if (name.isPresent()) {
        object.problem("name", "the service already has a module called '" + name.get() + "'");
      }
    }
    return modules;
  }

  private static Optional<Match> match(YamlObject object) {
    List<CommentPattern> comments = new ArrayList<>();
    object
        .object("comments")
        .ifPresent(
            entries -> {
              for (String key : entries.keys()) {
                List<Glob> globs = entries.values(key, Glob::new);
                if (!globs.isEmpty()) {
                  comments.add(new CommentPattern(key, globs));
                }
              }
            });
    List<Glob> users = object.values("users", Glob::new);
    List<HostPattern> hosts = object.values("hosts", HostPattern::parse);
    List<Glob> programs = object.values("programs", Glob::new);
    if (!users.isEmpty() || !hosts.isEmpty() || !programs.isEmpty() || !comments.isEmpty()) {
      return Optional.of(new Match(users, hosts, programs, comments));
    }
    if (object.problemCount() == 0) {
      object.problem("matches nothing; expected users, hosts, programs or comments");
    }
    return Optional.empty();
  }
}
