package dev.holdfast.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.local.client.Api;
import dev.holdfast.local.client.ApiAnswer;
import dev.holdfast.local.client.Key;
import dev.holdfast.local.cloud.DataDirectory;
import dev.holdfast.local.cloud.LocalCloud;
import dev.holdfast.local.cloud.LocalCloudOptions;
import dev.holdfast.local.cloud.Progress;
import dev.holdfast.local.cloud.deployed.DeployedFunction;
import dev.holdfast.local.cloud.deployed.ManagedRuntime;
import dev.holdfast.local.cloud.functions.FunctionFailed;
import dev.holdfast.local.cloud.template.EventSource;
import dev.holdfast.local.cloud.template.FunctionSpec;
import dev.holdfast.local.report.Table;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Cold starts of the HTTP functions, each as it is deployed and in a process of its own, against {@code order-intake}
 * wired by hand. All in one run, in rounds, so that what slows the machine slows all; the first round only warms the
 * file system and does not count. Each is also started as for SnapStart, where it rehearses, and its first request
 * after that is measured: what whoever is restored from the snapshot has left to do.
 */
public final class ColdStartBench {
    /** How much longer than the one wired by hand the hot path may take. */
    public static final double HOT_PATH_MAX = 1.5;
    /** How much longer than it any other HTTP function may take. */
    public static final double OTHERS_MAX = 2;

    private static final String HOT_PATH = "order-intake";
    private static final String ON_DEMAND = "on-demand";
    private static final String SNAP_START = "snap-start";
    private static final double MEGABYTE = 1_000_000;

    private final Path template;
    private final int starts;
    private final Consumer<String> say;
    private final List<String> aboveBound = new ArrayList<>();

    /**
     * A bench.
     *
     * @param starts of each function that count
     */
    public ColdStartBench(Path template, int starts, Consumer<String> say) {
        this.template = template.toAbsolutePath();
        this.starts = starts;
        this.say = say;
    }

    /** A function, and what its starts took. */
    private record Contender(
            String name, FunctionSpec spec, FirstRequest request, List<ColdStart> measured, List<ColdStart> rehearsed) {
        Contender(String name, FunctionSpec spec, FirstRequest request) {
            this(name, spec, request, new ArrayList<>(), new ArrayList<>());
        }

        List<Duration> took() {
            return measured.stream().map(ColdStart::took).toList();
        }

        List<Duration> cpu() {
            return measured.stream().map(ColdStart::cpu).toList();
        }
    }

    /** Measures, and returns the table. */
    public Table run() throws IOException, InterruptedException, FunctionFailed {
        ManagedRuntime runtime = ManagedRuntime.ofProject(template);
        try (DataDirectory files = DataDirectory.temporary();
                LocalCloud cloud = LocalCloud.start(LocalCloudOptions.inMemory(template), Progress.SILENT)) {
            List<Contender> contenders = contenders(cloud, files.generated("by-hand"));
            fill(cloud.apiUrl(), contenders);
            Starter starter = new Starter(runtime, cloud.awsUrl(), files.path());
            for (int round = 0; round <= starts; round++) {
                say.accept(round == 0 ? "Warming up." : "Round " + round + " of " + starts + ".");
                for (Contender contender : contenders) {
                    ColdStart start = starter.start(contender, 2 * round, List.of(), ON_DEMAND);
                    ColdStart snapshot = starter.start(contender, 2 * round + 1, List.of(), SNAP_START);
                    if (round > 0) {
                        contender.measured().add(start);
                        contender.rehearsed().add(snapshot);
                    }
                }
            }
            return table(contenders, starter);
        }
    }

    /** Functions that are slower than they may be, each with how much. */
    public List<String> aboveBound() {
        return List.copyOf(aboveBound);
    }

    private List<Contender> contenders(LocalCloud cloud, Path byHand) throws IOException {
        List<Contender> all = new ArrayList<>();
        for (FunctionSpec spec : cloud.template().functions()) {
            if (spec.sources().values().stream().anyMatch(EventSource.Api.class::isInstance)) {
                String name = spec.artefact()
                        .getName(spec.artefact().getNameCount() - 3)
                        .toString();
                FirstRequest request = FirstRequest.of(template, name);
                if (name.equals(HOT_PATH)) {
                    all.addFirst(new Contender(name + " by hand", HandWired.of(spec, byHand), request));
                }
                all.add(new Contender(name, spec, request));
            }
        }
        return all;
    }

    /** What the first requests need to be there. */
    private void fill(URI url, List<Contender> contenders) throws InterruptedException {
        try (Api api = new Api(url, say)) {
            must(api.put(Key.STAFF, "/v1/locations/MAIN", json("""
                    {"name": "Main", "country": "GB", "priority": 1}""")));
            List<String> skus = new ArrayList<>(List.of("85123A", "21212"));
            contenders.stream()
                    .filter(contender -> skus.contains(contender.request().once()))
                    .toList()
                    .forEach(contender -> {
                        for (int start = 0; start <= 2 * starts + 2; start++) {
                            skus.add(contender.request().once(start));
                        }
                    });
            for (String sku : skus) {
                must(api.put(Key.STAFF, "/v1/skus/" + sku, json("{\"description\": \"Goods\"}")));
            }
            must(api.post(Key.SHOP, "/v1/orders", json("""
                    {"orderNumber": "1", "customer": {"reference": "C-1", "email": "a.buyer@example.com"},
                     "shippingAddress": {"lines": ["1 High Street"], "city": "London", "postalCode": "N1 9GU",
                                         "country": "GB"},
                     "lines": [{"sku": "85123A", "quantity": 1, "unitPrice": {"amount": 255, "currency": "GBP"}}],
                     "payment": {"method": "INVOICE"}}""")));
        }
    }

    private static void must(ApiAnswer answer) {
        if (!answer.isSuccess()) {
            throw new IllegalStateException("the shop could not be set up: " + answer.problem());
        }
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts functions beside the running cloud. */
    private record Starter(ManagedRuntime runtime, URI aws, Path files) {
        /** How many classes it loads up to its first response; counting them takes time, so this start is not measured. */
        long classes(Contender contender, int start) throws FunctionFailed, InterruptedException, IOException {
            Path loaded = files.resolve("classes-" + contender.name().replace(' ', '-'));
            start(contender, start, List.of("-Xlog:class+load:file=" + loaded), ON_DEMAND);
            try (Stream<String> lines = Files.lines(loaded)) {
                return lines.filter(line -> line.contains("source:")).count();
            }
        }

        ColdStart start(Contender contender, int start, List<String> flags, String initialisation)
                throws FunctionFailed, InterruptedException, IOException {
            byte[] request = contender.request().of(start);
            long began = System.nanoTime();
            try (DeployedFunction function = DeployedFunction.start(
                    contender.spec(),
                    new DeployedFunction.Start(
                            runtime,
                            aws,
                            flags,
                            Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", initialisation),
                            files.resolve("output")))) {
                function.initialised();
                long asked = System.nanoTime();
                byte[] answer = function.invoke(request);
                long answered = System.nanoTime();
                ColdStart measured = new ColdStart(
                        Duration.ofNanos(answered - began), Duration.ofNanos(answered - asked), function.cpu());
                int status =
                        new ObjectMapper().readTree(answer).path("statusCode").asInt();
                if (status < 200 || status > 299) {
                    throw new IllegalStateException(
                            contender.name() + " answered " + new String(answer, StandardCharsets.UTF_8));
                }
                return measured;
            }
        }
    }

    private Table table(List<Contender> contenders, Starter starter)
            throws IOException, FunctionFailed, InterruptedException {
        Table table = new Table(
                "function",
                "first response ms",
                "× by hand",
                "at most",
                "CPU ms",
                "× by hand",
                "the request of it ms",
                "after a rehearsal ms",
                "classes",
                "package MB");
        Contender byHand = contenders.getFirst();
        row(table, byHand, byHand, "-", starter);
        for (Contender contender : contenders.subList(1, contenders.size())) {
            double bound = contender.name().equals(HOT_PATH) ? HOT_PATH_MAX : OTHERS_MAX;
            double times = ratio(contender.took(), byHand.took());
            if (times > bound) {
                aboveBound.add(contender.name() + " takes " + format(times)
                        + " × as long as the one wired by hand, and may" + " take " + bound + " ×");
            }
            row(table, contender, byHand, String.valueOf(bound), starter);
        }
        return table;
    }

    private void row(Table table, Contender contender, Contender byHand, String bound, Starter starter)
            throws IOException, FunctionFailed, InterruptedException {
        table.row(
                contender.name(),
                ColdStart.millis(contender.took()),
                format(ratio(contender.took(), byHand.took())),
                bound,
                ColdStart.millis(contender.cpu()),
                format(ratio(contender.cpu(), byHand.cpu())),
                ColdStart.millis(
                        contender.measured().stream().map(ColdStart::request).toList()),
                ColdStart.millis(
                        contender.rehearsed().stream().map(ColdStart::request).toList()),
                String.format(Locale.ROOT, "%,d", starter.classes(contender, 2 * starts + 2)),
                String.format(
                        Locale.ROOT, "%.1f", PackageSize.of(contender.spec().artefact()) / MEGABYTE));
    }

    private static double ratio(List<Duration> one, List<Duration> other) {
        return (double) ColdStart.median(one).toNanos()
                / ColdStart.median(other).toNanos();
    }

    private static String format(double times) {
        return String.format(Locale.ROOT, "%.2f", times);
    }
}
