package dev.holdfast.local.cloud;

import dev.holdfast.local.cloud.database.Database;
import dev.holdfast.local.cloud.front.AwsFront;
import dev.holdfast.local.cloud.functions.ArtefactLoader;
import dev.holdfast.local.cloud.functions.FunctionLoader;
import dev.holdfast.local.cloud.functions.LambdaFunction;
import dev.holdfast.local.cloud.gateway.ApiGateway;
import dev.holdfast.local.cloud.mail.SesApi;
import dev.holdfast.local.cloud.queues.Queues;
import dev.holdfast.local.cloud.sources.Sources;
import dev.holdfast.local.cloud.store.AppendLog;
import dev.holdfast.local.cloud.template.EventSource;
import dev.holdfast.local.cloud.template.FunctionSpec;
import dev.holdfast.local.cloud.template.Template;
import dev.holdfast.local.cloud.template.TemplateProblem;
import dev.holdfast.local.cloud.template.TemplateReader;
import dev.holdfast.local.cloud.topics.SnsApi;
import dev.holdfast.local.cloud.topics.Topics;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Everything that the template declares, running in this process. Closing it lets what has begun end first. */
public final class LocalCloud implements AutoCloseable {
    private static final int CONNECTIONS = 64;
    private static final Duration API_GRACE = Duration.ofSeconds(30);
    private static final Duration AWS_GRACE = Duration.ofSeconds(2);

    private final Clock clock = Clock.systemUTC();
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final DataDirectory data;
    private final Addresses addresses;
    private final int apiPort;
    private final Template template;
    private final Progress progress;

    private LocalCloud(LocalCloudOptions options, Progress progress) {
        this.progress = progress;
        boolean started = false;
        try {
            data = opened(options.data() == null ? DataDirectory.temporary() : DataDirectory.take(options.data()));
            Loopback aws = Loopback.bind("aws", options.awsPort(), "--aws-port");
            parts.push(aws);
            Loopback api = Loopback.bind("api", options.apiPort(), "--api-port");
            parts.push(api);
            addresses = new Addresses(aws.port());
            apiPort = api.port();
            template = read(options.template(), addresses);
            Endpoint.announce(addresses);
            start(options, aws, api);
            started = true;
        } finally {
            if (!started) {
                close();
            }
        }
    }

    /**
     * Starts it and returns when it serves.
     *
     * @throws CannotStart when something is in the way; the message says what to do
     */
    public static LocalCloud start(LocalCloudOptions options, Progress progress) {
        return new LocalCloud(options, progress);
    }

    static Template read(Path file, Addresses addresses) {
        try {
            return TemplateReader.read(file, addresses);
        } catch (TemplateProblem e) {
            throw new CannotStart("The template " + file + ": " + e.getMessage() + ".", e);
        } catch (IOException e) {
            throw new CannotStart(
                    "There is no template " + file + ": start in the project's directory, or name it with --template.",
                    e);
        }
    }

    private void start(LocalCloudOptions options, Loopback aws, Loopback api) {
        progress.begins("tables");
        Database database = opened(Database.open(data.databaseFile()));
        database.create(template.tables());
        AccessKeys.seed(database.tables());
        progress.begins("queues");
        Queues queues = opened(Queues.start(template.queues(), data.queuesFile(), addresses));
        Endpoint.announceQueues(queues.endpoint());
        SqsClient sqs = opened(sqsClient(queues.endpoint()));
        progress.begins("topics and e-mail");
        AppendLog published = opened(data.log("published"));
        AppendLog mailed = opened(data.log("mailed"));
        Topics topics = new Topics(data.file("topics.json"), template.topics(), template.subscriptions());
        aws.serve(
                new AwsFront(
                        database.httpHandler(),
                        queues.endpoint(),
                        new SnsApi(topics, published, sqs, addresses, clock),
                        new SesApi(mailed, data.file("identities"), clock),
                        published,
                        mailed),
                AWS_GRACE);
        FunctionLoader loader =
                options.functions() == null ? new ArtefactLoader(data, template.functions()) : options.functions();
        List<LambdaFunction> functions = load(loader);
        progress.begins("event sources");
        Sources sources = new Sources(database, sqs, data, addresses, clock);
        ApiGateway gateway = new ApiGateway(clock, OpenApiDocument.of(functions).toString());
        for (int i = 0; i < functions.size(); i++) {
            LambdaFunction function = functions.get(i);
            template.functions().get(i).sources().forEach((event, source) -> {
                if (source instanceof EventSource.Api route) {
                    gateway.route(route.method(), route.path(), function);
                } else {
                    sources.add(function, event, source);
                }
            });
        }
        sources.start();
        parts.push(sources);
        api.serve(gateway, API_GRACE);
        // Stops before everything that an answer needs.
        parts.remove(api);
        parts.push(api);
    }

    private List<LambdaFunction> load(FunctionLoader loader) {
        List<Future<LambdaFunction>> loading = new ArrayList<>();
        List<LambdaFunction> functions = new ArrayList<>();
        try (ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (FunctionSpec spec : template.functions()) {
                loading.add(threads.submit(() -> loader.load(spec)));
            }
            for (int i = 0; i < loading.size(); i++) {
                progress.begins("function " + template.functions().get(i).name());
                functions.add(loading.get(i).get());
            }
            return functions;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof CannotStart reason
                    ? reason
                    : new CannotStart("A function does not start (" + e.getCause() + "): see the log.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Starting was interrupted.", e);
        }
    }

    private static SqsClient sqsClient(URI endpoint) {
        return SqsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.of(Addresses.REGION))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(Endpoint.KEY, Endpoint.KEY)))
                .httpClientBuilder(ApacheHttpClient.builder().maxConnections(CONNECTIONS))
                .build();
    }

    private <T extends AutoCloseable> T opened(T part) {
        parts.push(part);
        return part;
    }

    public URI apiUrl() {
        return URI.create("http://localhost:" + apiPort);
    }

    public URI awsUrl() {
        return URI.create(addresses.awsUrl());
    }

    public Template template() {
        return template;
    }

    /** Whether this was the first start on its data directory. */
    public boolean isFresh() {
        return data.isFresh();
    }

    @Override
    public void close() {
        RuntimeException problem = null;
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                problem = new IllegalStateException("a part did not stop", e);
            }
        }
        if (problem != null) {
            throw problem;
        }
    }
}
