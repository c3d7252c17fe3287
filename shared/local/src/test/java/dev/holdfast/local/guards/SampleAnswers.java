package dev.holdfast.local.guards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each function of a running system answers to its samples, given to it in the order of their names. */
record SampleAnswers(Map<Path, JsonNode> byFile) {
    static SampleAnswers of(RunningSystem system) {
        Map<Path, JsonNode> answers = new LinkedHashMap<>();
        for (String folder : Repository.functionFolders()) {
            for (Path file : Repository.files(Repository.INVOCATIONS.resolve(folder))) {
                answers.put(file, system.invoke(function(file), Repository.text(file)));
            }
        }
        return new SampleAnswers(answers);
    }

    Set<Path> files() {
        return byFile.keySet();
    }

    JsonNode to(Path file) {
        return byFile.getOrDefault(file, MissingNode.getInstance());
    }

    /** The answer without what differs from one delivery to the next: times, versions, ids. */
    String kind(Path file) {
        JsonNode answer = to(file);
        if (!answer.has("statusCode")) {
            return answer.toString();
        }
        String body = answer.path("body").asText();
        return answer.path("statusCode") + " "
                + (body.isEmpty() ? "" : EventSchemas.parse(body).path("type").asText());
    }

    /** {@code order-intake/accepted-202.json}. */
    static String name(Path file) {
        return Repository.INVOCATIONS.relativize(file).toString();
    }

    static String folder(Path file) {
        return Repository.INVOCATIONS.relativize(file).getName(0).toString();
    }

    /** {@code OrderIntakeFunction}, whose sample this is. */
    static String function(Path file) {
        return Stream.of(folder(file).split("-", -1))
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining())
                + "Function";
    }
}
