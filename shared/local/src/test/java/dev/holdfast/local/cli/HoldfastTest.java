package dev.holdfast.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class HoldfastTest {
    private static final String TEMPLATE = "src/test/resources/small-template.yaml";

    private final PrintStream standardError = System.err;
    private final PrintStream standardOutput = System.out;
    private final StringWriter out = new StringWriter();
    private final ByteArrayOutputStream problems = new ByteArrayOutputStream();
    private final Path directory;

    HoldfastTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @AfterEach
    void giveStandardStreamsBack() {
        System.setErr(standardError);
        System.setOut(standardOutput);
    }

    @Test
    void help_names_the_commands_and_their_options() {
        assertThat(run("--help")).isZero();
        assertThat(run("up", "--help")).isZero();
        assertThat(out.toString()).contains("up").contains("--in-memory").contains("--aws-port");
    }

    @Test
    void a_missing_template_is_a_sentence_and_not_a_stack_trace() {
        assertThat(run("up", "--data", data(), "--template", "nowhere.yaml")).isEqualTo(1);
        assertThat(problems()).contains("nowhere.yaml").contains("--template").hasLineCount(1);
    }

    @Test
    void what_is_no_order_id_and_a_system_that_is_away_are_sentences() {
        assertThat(run("trace", "4711")).isEqualTo(ExitCode.USAGE);
        assertThat(problems()).contains("'4711' is no order id");
        assertThat(run("trace", "ord_521gyqd0nz78knkw7ajg1zhz3w", "--aws", "http://127.0.0.1:1"))
                .isEqualTo(ExitCode.AWAY);
        assertThat(problems()).contains("No system answers").contains("mvn -Plocal");
    }

    @Test
    void a_missing_build_is_a_sentence_that_says_what_to_run() {
        assertThat(run("up", "--data", data(), "--template", TEMPLATE, "--api-port", "0", "--aws-port", "0"))
                .isEqualTo(1);
        assertThat(problems()).contains("EchoFunction").contains("mvn package").hasLineCount(1);
    }

    @Test
    void a_port_in_use_is_a_sentence_that_names_the_option() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            assertThat(run("up", "--data", data(), "--template", TEMPLATE, "--aws-port", port))
                    .isEqualTo(1);
            assertThat(problems()).contains(port).contains("--aws-port").hasLineCount(1);
        }
    }

    @Test
    void a_data_directory_that_is_none_is_a_sentence() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertThat(run("up", "--data", file.toString(), "--template", TEMPLATE)).isEqualTo(1);
        assertThat(problems()).contains(file.toString()).contains("--data").hasLineCount(1);
    }

    @Test
    void an_unknown_option_is_a_usage_error() {
        assertThat(run("up", "--sideways")).isEqualTo(CommandLine.ExitCode.USAGE);
    }

    private int run(String... arguments) {
        PrintStream stream = new PrintStream(problems, true, StandardCharsets.UTF_8);
        return Holdfast.commandLine(stream)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(problems, true, StandardCharsets.UTF_8))
                .execute(arguments);
    }

    private String data() {
        return directory.resolve("data").toString();
    }

    private String problems() {
        return problems.toString(StandardCharsets.UTF_8);
    }
}
