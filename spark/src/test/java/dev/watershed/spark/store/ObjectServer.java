package dev.watershed.spark.store;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports.Binding;
import dev.watershed.sql.live.LiveImage;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** A service that speaks S3: a Ceph of its own, in a container, on a free port of 127.0.0.1. */
public final class ObjectServer implements AutoCloseable {

  private static final String IMAGE = "watershed/ceph:18";
  private static final int PORT = 7480;
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String ACCESS_KEY = "watershed";
  private static final String SECRET_KEY = "planted-object-secret";
  private static final String REGION = "us-east-1";

  private final GenericContainer<?> container;

  private ObjectServer(GenericContainer<?> container) {
    this.container = container;
  }

  /** Starts it and waits until it answers; skips the test where it cannot be started. */
  public static ObjectServer start() {
    LiveImage.require(IMAGE);
    GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse(IMAGE));
    container
        .withEnv(Map.of("S3_ACCESS_KEY", ACCESS_KEY, "S3_SECRET_KEY", SECRET_KEY))
        .withExposedPorts(PORT)
        .withLabel("watershed.live", "ceph")
        .withCreateContainerCmdModifier(ObjectServer::onLoopback)
        .waitingFor(Wait.forHttp("/").forPort(PORT).withStartupTimeout(PATIENCE))
        .start();
    return new ObjectServer(container);
  }

  /** Testcontainers would publish the port on every address of the machine. */
  private static void onLoopback(CreateContainerCmd command) {
    command
        .getHostConfig()
        .withPortBindings(new PortBinding(Binding.bindIp("127.0.0.1"), new ExposedPort(PORT)));
  }

  /** Makes a bucket, and returns the address of it. */
  public String bucket(String name) {
    try (S3Client client =
        S3Client.builder()
            .endpointOverride(URI.create(endpoint()))
            .region(Region.of(REGION))
            .forcePathStyle(true)
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(ACCESS_KEY, SECRET_KEY)))
            .build()) {
      client.createBucket(request -> request.bucket(name));
    }
    return "s3a://" + name;
  }

  /** Settings of Hadoop that reach it, as docs/scale.md gives them. */
  public Map<String, String> settings() {
    return Map.of(
        "fs.s3a.endpoint", endpoint(),
        "fs.s3a.endpoint.region", REGION,
        "fs.s3a.path.style.access", "true",
        "fs.s3a.access.key", ACCESS_KEY,
        "fs.s3a.secret.key", SECRET_KEY);
  }

  /** Its address. */
  String endpoint() {
    return "http://127.0.0.1:" + port();
  }

  /** Its port on 127.0.0.1. */
  int port() {
    return container.getMappedPort(PORT);
  }

  @Override
  public void close() {
    container.stop();
  }
}
