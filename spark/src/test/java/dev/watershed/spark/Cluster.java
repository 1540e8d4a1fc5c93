package dev.watershed.spark;

import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/** A master and two workers of Spark, each a process of its own, on loopback. */
public final class Cluster implements AutoCloseable {

  private static final int WORKERS = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path home;
  private final List<Process> processes = new ArrayList<>();
  private final String master;

  /**
   * @param home becomes what a distribution of Spark is: a folder of jars
   */
  public Cluster(Path home) throws IOException, InterruptedException {
    this.home = home;
    Path jars = Files.createDirectories(home.resolve("jars"));
    writeClassPath(jars.resolve("class-path.jar"));
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    start(
        "org.apache.spark.deploy.master.Master",
        "--host",
        "127.0.0.1",
        "--port",
        String.valueOf(port));
    awaitMaster(port);
    this.master = "spark://127.0.0.1:" + port;
    for (int worker = 0; worker < WORKERS; worker++) {
      startWorker();
    }
  }

  /** Where the master is. */
  public String master() {
    return master;
  }

  /** What a driver of this cluster has to set. */
  public Map<String, String> settings() {
    return Map.of(
        "spark.executor.memory",
        "512m",
        "spark.executor.extraJavaOptions",
        "-XX:+UseSerialGC -XX:TieredStopAtLevel=1");
  }

  /** Kills a worker; its executor ends with it. */
  public void killWorker() throws InterruptedException {
    Process worker = processes.get(processes.size() - 1);
    worker.descendants().forEach(ProcessHandle::destroyForcibly);
    worker.destroyForcibly().waitFor();
  }

  /** Kills the worker on which an executor runs, with it. */
  public void killWorkerOf(String executor) throws IOException, InterruptedException {
    for (Process worker : processes.subList(1, processes.size())) {
      for (ProcessHandle child : worker.descendants().toList()) {
        if (arguments(child).contains("--executor-id\0" + executor + "\0")) {
          child.destroyForcibly();
          worker.destroyForcibly().waitFor();
          return;
        }
      }
    }
    throw new IOException("no worker has the executor " + executor);
  }

  private static String arguments(ProcessHandle process) throws IOException {
    return Files.readString(Path.of("/proc", String.valueOf(process.pid()), "cmdline"));
  }

  /** Starts one more. */
  public void startWorker() throws IOException {
    start(
        "org.apache.spark.deploy.worker.Worker",
        "--host",
        "127.0.0.1",
        "--cores",
        "1",
        "--memory",
        "600m",
        "--work-dir",
        home.resolve("work").toString(),
        master);
  }

  /** A jar without classes that names the class path of this process. */
  private static void writeClassPath(Path jar) throws IOException {
    String entries =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .map(entry -> Path.of(entry).toUri().toString())
            .collect(Collectors.joining(" "));
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, entries);
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
  }

  private void start(String main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-Dspark.master.rest.enabled=false", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(main);
    command.addAll(List.of("--webui-port", "0"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log(processes.size()).toFile());
    builder.environment().put("SPARK_HOME", home.toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    processes.add(builder.start());
  }

  private Path log(int process) {
    return home.resolve("process-" + process + ".log");
  }

  private void awaitMaster(int port) throws IOException, InterruptedException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < until && processes.get(0).isAlive()) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return;
      } catch (ConnectException notYet) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
    }
    throw new IOException("the master did not start: " + Files.readString(log(0)));
  }

  @Override
  public void close() throws InterruptedException {
    for (Process process : processes) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
    }
  }
}
