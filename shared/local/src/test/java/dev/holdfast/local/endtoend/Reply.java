package dev.holdfast.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;

/** What the API answered. */
record Reply(int status, HttpHeaders headers, JsonNode body) {
    /** This, when it has that status; otherwise the scenario ends here. */
    Reply mustBe(int expected) {
        assertThat(status).as("%s", body).isEqualTo(expected);
        return this;
    }

    /** This, when it refuses with that status and that type of problem. */
    Reply mustRefuse(int expected, String type) {
        mustBe(expected);
        assertThat(header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(text("/type")).isEqualTo("/problems/" + type);
        assertThat(body.path("status").asInt()).isEqualTo(expected);
        assertThat(text("/instance")).isNotEmpty();
        return this;
    }

    boolean isReplayed() {
        return header("Idempotent-Replayed").equals("true");
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    String text(String pointer) {
        return body.at(pointer).asText();
    }

    /** Where the faults are. */
    List<String> pointers() {
        List<String> pointers = new ArrayList<>();
        body.path("errors").forEach(error -> pointers.add(error.path("pointer").asText()));
        return pointers;
    }
}
