package dev.holdfast.local.cli;

import dev.holdfast.local.cloud.AccessKeys;
import dev.holdfast.local.cloud.AccessKeys.AccessKey;
import dev.holdfast.local.cloud.LocalCloud;
import dev.holdfast.local.cloud.Progress;
import dev.holdfast.local.cloud.template.Template;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/** What a person sees of {@code holdfast up}. */
final class Screen implements Progress {
    private static final int WIDTH = 60;

    private final PrintWriter out;
    private final boolean interactive = Ansi.AUTO.enabled();
    private final long beganNanos = System.nanoTime();

    Screen(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void begins(String step) {
        if (interactive) {
            String line = "Starting " + step + " …";
            out.print("\r" + line + " ".repeat(Math.max(0, WIDTH - line.length())));
            out.flush();
        } else {
            line("Starting " + step);
        }
    }

    void welcome(LocalCloud cloud, @Nullable Path data, Path log) {
        if (interactive) {
            out.print("\r" + " ".repeat(WIDTH) + "\r");
        }
        Template template = cloud.template();
        Duration took = Duration.ofNanos(System.nanoTime() - beganNanos);
        line(String.format(
                Locale.ROOT,
                "@|bold,green Holdfast is up|@ after %.1f s: %d functions, %d tables, %d queues, %d topics.",
                took.toMillis() / 1000.0,
                template.functions().size(),
                template.tables().size(),
                template.queues().size(),
                template.topics().size()));
        line("");
        line("  API         " + cloud.apiUrl() + "/v1");
        line("  AWS APIs    " + cloud.awsUrl() + "   (dynamodb, sqs, sns, ses; any credentials, region us-east-1)");
        line("  e-mail      " + cloud.awsUrl() + "/_aws/ses");
        line("  published   " + cloud.awsUrl() + "/_aws/sns");
        line("  data        " + (data == null ? "in memory, gone at the end" : data.toString()));
        line("  log         " + log);
        line("");
        for (AccessKey key : AccessKeys.all()) {
            line(String.format(
                    Locale.ROOT, "  %-16s %-12s %s", key.key(), key.principal(), String.join(", ", key.roles())));
        }
        line("");
    }

    void firstOrder(LocalCloud cloud) {
        line("A first question, in another window:");
        line("  curl -H 'Authorization: Bearer " + AccessKeys.SHOP.key() + "' " + cloud.apiUrl()
                + "/v1/availability?sku=" + DemoShop.MUG);
        line("and a first order:");
        line("  curl -X POST " + cloud.apiUrl() + "/v1/orders -H 'Authorization: Bearer " + AccessKeys.SHOP.key()
                + "' \\");
        line("    -H 'Content-Type: application/json' -H 'Prefer: wait=5' -d '" + DemoOrder.FIRST.json() + "'");
        line("");
        line("Ctrl-C stops everything; the next start finds it again.");
    }

    void line(String text) {
        out.println(Ansi.AUTO.string(text));
        out.flush();
    }
}
